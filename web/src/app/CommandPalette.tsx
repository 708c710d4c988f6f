import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { type Command, useCommands } from '#/app/use-commands';
import classes from './CommandPalette.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  onShortcuts: () => void;
}

export function CommandPalette({ opened, onClose, onShortcuts }: Props) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={560} centered={false} yOffset="14vh">
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label="Search and go to">
        <Modal.Body p={0}>
          <Palette onClose={onClose} onShortcuts={onShortcuts} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette({ onClose, onShortcuts }: Omit<Props, 'opened'>) {
  const [text, setText] = useState('');
  const groups = useCommands(text, onShortcuts);
  const combobox = useCombobox({ opened: true });
  const listId = useId();
  const [selected, setSelected] = useState<string | null>(null);
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other results, and the first of them is meant
  useEffect(() => setSelected(selectFirstOption()), [selectFirstOption, text]);
  const aria = {
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': listId,
    'aria-activedescendant': selected ?? undefined,
    // The list has nothing of its own to close: Escape is for the dialog.
    'data-mantine-stop-propagation': false,
  };

  const run = (id: string) => {
    onClose();
    groups
      .flatMap(({ commands }) => commands)
      .find((command) => command.id === id)
      ?.run();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={run}>
      <Combobox.EventsTarget {...aria}>
        <TextInput
          data-autofocus
          aria-label="Search"
          placeholder="Search dashboards, data sources and actions"
          variant="unstyled"
          size="md"
          className={classes.input ?? ''}
          leftSection={<IconSearch size={18} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          // The library moves the selection in the document alone.
          onKeyUp={() => setSelected(selectedIn(listId))}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} className={classes.options ?? ''} aria-label="Results">
        {groups.map(({ label, commands }) => (
          <Combobox.Group key={label} label={label}>
            {commands.map((command) => (
              <Option key={command.id} command={command} />
            ))}
          </Combobox.Group>
        ))}
        {groups.length === 0 && <Combobox.Empty>Nothing found</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}

function selectedIn(listId: string): string | null {
  return document.getElementById(listId)?.querySelector('[data-combobox-selected]')?.id ?? null;
}

function Option({ command }: { command: Command }) {
  return (
    <Combobox.Option value={command.id} className={classes.option ?? ''}>
      <command.icon size={16} stroke={1.6} aria-hidden />
      <span className={classes.label}>{command.label}</span>
      {command.hint !== undefined && <span className={classes.hint}>{command.hint}</span>}
    </Combobox.Option>
  );
}
