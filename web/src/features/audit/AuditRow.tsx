import { ActionIcon, Table } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { AuditEvent } from '#/api/types';
import { actorName, factsOf } from '#/features/audit/audit-words';
import { EmailAddress } from '#/ui/EmailAddress';
import { changesIn, eventName } from '#/ui/format/event-words';
import { placeName } from '#/ui/format/place';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';
import classes from './AuditRow.module.css';

/** As many as the head of the table has. */
const COLUMNS = 5;

interface Props {
  event: AuditEvent;
  open: boolean;
  onToggle: () => void;
}

/** What happened, and on a press all that is known of it. */
export function AuditRow({ event, open, onToggle }: Props) {
  const details = useId();
  const failed = event.outcome !== 'success' && !event.type.endsWith('_failed');
  const what = eventName(event.type);
  // Who did something to themselves is named once, as who did it.
  const itself = event.target.name === event.actor.email;
  return (
    <>
      <Table.Tr>
        <Table.Td className={classes.toggle ?? ''}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Details: ${what}`}
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            onClick={onToggle}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Table.Td>
        <Table.Td>
          <span className={classes.what}>
            {what}{' '}
            {!itself && (
              <span className={classes.target}>
                <EmailAddress>{event.target.name}</EmailAddress>
              </span>
            )}{' '}
            {failed && <Tag tone="bad">Failed</Tag>}
          </span>
          {changesIn(event.details).map((change) => (
            <span className={classes.change} key={change}>
              {change}
            </span>
          ))}
          <EmailAddress className={classes.narrow}>{actorName(event)}</EmailAddress>
        </Table.Td>
        <Table.Td data-secondary className={classes.who ?? ''}>
          <EmailAddress>{actorName(event)}</EmailAddress>
        </Table.Td>
        <Table.Td className={classes.when ?? ''}>
          <RelativeTime moment={event.occurredAt} />
        </Table.Td>
        <Table.Td data-secondary className={classes.when ?? ''}>
          {event.ip === undefined ? '–' : placeName(event.ip)}
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr id={details} className={classes.details ?? ''}>
          <Table.Td colSpan={COLUMNS}>
            <dl className={classes.facts}>
              {factsOf(event).map(([name, value]) => (
                <Fact key={name} name={name} value={value} />
              ))}
            </dl>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
