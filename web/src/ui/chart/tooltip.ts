import classes from './tooltip.module.css';

export interface TooltipRow {
  color: string;
  name: string;
  value: string;
}

/** Built node by node: the content security policy forbids styles in markup, and names in data are text, not markup. */
export function tooltipContent(heading: string, rows: readonly TooltipRow[], note?: string): HTMLElement {
  const box = element('div', classes.tooltip);
  // The table behind the chart is what is read aloud.
  box.ariaHidden = 'true';
  box.append(element('div', classes.heading, heading));
  for (const { color, name, value } of rows) {
    const row = element('div', classes.row);
    const dot = element('span', classes.dot);
    dot.style.background = color;
    row.append(dot, element('span', classes.name, name), element('span', classes.value, value));
    box.append(row);
  }
  if (note !== undefined) box.append(element('div', classes.note, note));
  return box;
}

function element(tag: string, className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className ?? '';
  made.textContent = text;
  return made;
}

/** The frame is ours, not the library's. */
export const TOOLTIP_FRAME = {
  renderMode: 'html',
  appendTo: 'body',
  // Within its chart, so that no screen cuts it off.
  confine: true,
  padding: 0,
  borderWidth: 0,
  backgroundColor: 'transparent',
  extraCssText: 'box-shadow: none',
  transitionDuration: 0,
} as const;
