import { expect, it } from 'vitest';
import { changesIn, eventGroups, eventName } from '#/ui/format/event-words';

it.each([
  ['auth.login', 'Logged in'],
  ['organization.ownership_transferred', 'Transferred the organization'],
  ['a_new.kind_of_event', 'A new kind of event'],
])('calls %s “%s”', (type, name) => {
  expect(eventName(type)).toBe(name);
});

it('tells what was changed from what to what', () => {
  const details = { 'maxSessionHours.before': '', 'maxSessionHours.after': '24', 'name.before': 'A', 'name.after': '' };

  expect(changesIn(details)).toEqual(['max session hours: none → 24', 'name: A → none']);
});

it('tells nothing of other details', () => {
  expect(changesIn({ role: 'owner' })).toEqual([]);
});

it('keeps together what is about the same', () => {
  const groups = eventGroups();

  expect(groups.find(({ group }) => group === 'API keys')?.types).toEqual(['api_key.created', 'api_key.revoked']);
});
