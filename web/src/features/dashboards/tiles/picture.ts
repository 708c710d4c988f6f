const SCALE = 2;
const PADDING = 16 * SCALE;
const HEAD = 48 * SCALE;

/** The chart with its title above, as it would stand in a document. Colours follow the page. */
export function pictureOf(chart: HTMLCanvasElement, title: string, subtitle: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + 2 * PADDING;
  canvas.height = chart.height + HEAD + 2 * PADDING;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.reject(new Error('This browser can’t draw pictures.'));

  const style = getComputedStyle(document.documentElement);
  context.fillStyle = style.getPropertyValue('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  context.fillStyle = style.getPropertyValue('--text');
  context.font = `600 ${14 * SCALE}px "Inter Variable", sans-serif`;
  context.fillText(title, PADDING, PADDING);
  context.fillStyle = style.getPropertyValue('--text-soft');
  context.font = `400 ${12 * SCALE}px "Inter Variable", sans-serif`;
  context.fillText(subtitle, PADDING, PADDING + 20 * SCALE);
  context.drawImage(chart, PADDING, PADDING + HEAD);

  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)),
      'image/png',
    );
  });
}
