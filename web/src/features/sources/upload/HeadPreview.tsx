import type { Shape } from '#/features/sources/upload/text-head';
import type { TextHead } from '#/features/sources/upload/use-text-head';
import classes from './UploadDialog.module.css';

const RAW_CHARACTERS = 1500;

/** The beginning of the file as it will be read. */
export function HeadPreview({ head, shape }: { head: TextHead; shape: Shape }) {
  if (shape === 'json') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section className={classes.preview} aria-label="Beginning of the file" tabIndex={0}>
        <pre className={classes.raw}>{head.text.slice(0, RAW_CHARACTERS)}</pre>
      </section>
    );
  }

  const [first = [], ...others] = head.rows;
  const names = head.header ? first : first.map((_, index) => `Column ${index + 1}`);
  const rows = head.header ? others : head.rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.preview} aria-label="First rows of the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
              <th key={column} scope="col" data-made-up={!head.header || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={number}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
