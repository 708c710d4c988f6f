import { Modal } from '@mantine/core';
import { MAIN, SETTINGS } from '#/app/navigation';
import { MOD_KEY } from '#/ui/platform';
import classes from './ShortcutsDialog.module.css';

const SHORTCUTS: readonly [keys: string[], what: string][] = [
  [[MOD_KEY, 'K'], 'Search and go to'],
  [['?'], 'This list'],
  ...[...MAIN, SETTINGS].map(({ key, label }): [string[], string] => [
    ['G', key.toUpperCase()],
    `Go to ${label.toLowerCase()}`,
  ]),
  [['U'], 'Add data'],
  [['Esc'], 'Close what is open'],
];

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.list}>
        {SHORTCUTS.map(([keys, what]) => (
          <div className={classes.row} key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
