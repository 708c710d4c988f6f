/** The colours of a chart; canvas can't read the page's CSS variables. */
export interface ChartLook {
  series: readonly string[];
  /** “Other”, and whatever is only there to compare with. */
  grey: string;
  text: string;
  soft: string;
  hairline: string;
  surface: string;
}

/*
 * Okabe and Ito's hues, their blue moved to the accent and the pale ones darkened (light) or the dark ones lifted (dark), so that each has
 * 3:1 against its background (WCAG 1.4.11) and neighbours differ in grey as well.
 */
const LIGHT: ChartLook = {
  series: ['#4f46e5', '#d97706', '#00916a', '#2b8fcb', '#b93a08', '#c0639b', '#8d7a00', '#334155'],
  grey: '#8290a5',
  text: '#131a26',
  soft: '#475569',
  hairline: '#e9edf3',
  surface: '#ffffff',
};

const DARK: ChartLook = {
  series: ['#818cf8', '#f2a33a', '#2fbf90', '#5cc0f2', '#ee7443', '#de8fbd', '#d4c13c', '#cbd5e1'],
  grey: '#6f7d93',
  text: '#e8ecf2',
  soft: '#a7b2c3',
  hairline: '#222a37',
  surface: '#141922',
};

export function lookOf(scheme: 'light' | 'dark'): ChartLook {
  return scheme === 'dark' ? DARK : LIGHT;
}
