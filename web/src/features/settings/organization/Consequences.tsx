import { IconInfoCircle } from '@tabler/icons-react';
import classes from './Consequences.module.css';

/** What saving does to whom, said before it is saved. */
export function Consequences({ sentences }: { sentences: readonly string[] }) {
  return (
    <div role="status">
      {sentences.length > 0 && (
        <div className={classes.box}>
          <IconInfoCircle size={18} aria-hidden />
          <ul className={classes.list}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
