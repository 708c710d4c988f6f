import { expect, it } from 'vitest';
import { activityName, changesIn } from '#/features/settings/activity/activity-words';

it.each([
  ['auth.login', 'Logged in'],
  ['organization.ownership_transferred', 'Transferred the organization'],
  ['a_new.kind_of_event', 'A new kind of event'],
])('calls %s “%s”', (type, name) => {
  expect(activityName(type)).toBe(name);
});

it('tells what was changed from what to what', () => {
  const details = { 'maxSessionHours.before': '', 'maxSessionHours.after': '24', 'name.before': 'A', 'name.after': '' };

  expect(changesIn(details)).toEqual(['max session hours: none → 24', 'name: A → none']);
});

it('tells nothing of other details', () => {
  expect(changesIn({ role: 'owner' })).toEqual([]);
});
