import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { planQuery, useFeature } from '#/api/plan';
import { AuditFilters } from '#/features/audit/AuditFilters';
import { AuditRow } from '#/features/audit/AuditRow';
import { type AuditFilter, filterIn, isEmpty } from '#/features/audit/audit-filter';
import { auditQueries } from '#/features/audit/audit-queries';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PageHeader } from '#/ui/PageHeader';
import { PlainTable } from '#/ui/PlainTable';
import { PlanHint } from '#/ui/PlanHint';
import { ShowMore } from '#/ui/ShowMore';
import classes from './AuditPage.module.css';

const COLUMNS = [
  { label: 'Details', unseen: true },
  { label: 'What' },
  { label: 'By', secondary: true },
  { label: 'When' },
  { label: 'From', secondary: true },
];

/** What happened in the organization, newest first. Filters and what is open stand in the address. */
export function AuditPage() {
  const log = useFeature('audit_log');
  const plan = useQuery(planQuery());
  return (
    <>
      <PageHeader title="Audit log" description="Who did what in the organization, and from where; newest first." />
      {log.lacking ? (
        <PlanHint
          what="Reading the audit log (events are recorded all the same)"
          plan={log.plan}
          needed={log.neededPlan}
        />
      ) : plan.isPending ? (
        <ListSkeleton label="Loading the audit log" />
      ) : (
        <Log />
      )}
    </>
  );
}

function Log() {
  const [address, setAddress] = useSearchParams();
  const filter = filterIn(address);

  const change = (next: AuditFilter) =>
    setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')), { replace: true });
  const toggle = (id: string) =>
    setAddress((before) => {
      const after = new URLSearchParams(before);
      if (after.get('event') === id) after.delete('event');
      else after.set('event', id);
      return after;
    });

  return (
    <>
      <AuditFilters filter={filter} onChange={change} />
      <Events filter={filter} open={address.get('event')} onToggle={toggle} />
    </>
  );
}

interface EventsProps {
  filter: AuditFilter;
  open: string | null;
  onToggle: (id: string) => void;
}

function Events({ filter, open, onToggle }: EventsProps) {
  const log = useInfiniteQuery(auditQueries.log(filter));
  if (log.isPending) return <ListSkeleton label="Loading the audit log" />;
  if (log.isError) return <ErrorState error={log.error} onRetry={() => log.refetch()} />;
  const events = log.data.pages.flatMap(({ items }) => items);
  if (events.length === 0) {
    return (
      <EmptyState icon={<IconListSearch size={22} />} title={isEmpty(filter) ? 'Nothing yet' : 'Nothing found'}>
        {isEmpty(filter)
          ? 'Log-ins, changes of members and settings, downloads: all of it is listed here.'
          : 'Nothing of that kind happened in that time.'}
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable label="Audit log" columns={COLUMNS}>
        {events.map((event) => (
          <AuditRow key={event.id} event={event} open={event.id === open} onToggle={() => onToggle(event.id)} />
        ))}
      </PlainTable>
      <ShowMore list={log} />
      {!log.hasNextPage && <HowFar />}
    </>
  );
}

/** Why the list ends where it does. */
function HowFar() {
  const state = useQuery(planQuery()).data;
  const days = state?.plans.find(({ name }) => name === state.plan)?.limits.audit_log;
  if (days === undefined || days === 0) return null;
  return (
    <p className={classes.note}>
      The {state?.plan} plan shows the last {formatCount(days)} days.
    </p>
  );
}
