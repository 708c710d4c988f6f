import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { BusyButton } from '#/ui/BusyButton';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { Section } from '#/ui/Section';
import { Tag } from '#/ui/Tag';
import { toastFailure } from '#/ui/toast';
import classes from './OrganizationList.module.css';

/** The organizations one belongs to; one at a time is the present one. */
export function OrganizationList({ onSwitched }: { onSwitched: () => void }) {
  const own = useQuery(organizationQueries.own());
  const change = useMutation({
    ...organizationQueries.switchTo(),
    onSuccess: onSwitched,
    onError: (error) => toastFailure('You are still in the same organization', error),
  });

  return (
    <Section title="Organizations" description="Those you belong to. Each keeps its data to itself.">
      {own.isPending && (
        <div role="status" aria-label="Loading organizations">
          <Delayed>
            <Skeleton height={36} />
          </Delayed>
        </div>
      )}
      {own.isError && <ErrorState compact error={own.error} onRetry={() => own.refetch()} />}
      {own.isSuccess && (
        <ul className={classes.list}>
          {own.data.map(({ id, name, roleName, current }) => (
            <li className={classes.organization} key={id}>
              <div className={classes.facts}>
                <p className={classes.name}>{name}</p>
                <p className={classes.role}>{roleName}</p>
              </div>
              {current ? (
                <Tag tone="good">Present one</Tag>
              ) : (
                <BusyButton
                  variant="default"
                  size="xs"
                  busy={change.isPending && change.variables === id}
                  aria-label={`Switch to ${name}`}
                  onClick={() => change.mutate(id)}
                >
                  Switch
                </BusyButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
