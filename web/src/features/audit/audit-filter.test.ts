import { expect, it } from 'vitest';
import { filterIn, isEmpty, parametersOf } from '#/features/audit/audit-filter';

it('reads days from the address, and nothing that is none', () => {
  const filter = filterIn(new URLSearchParams('from=2024-05-01&to=2024-13-99&actor=ada&type=auth.login'));

  expect(filter).toEqual({ from: '2024-05-01', to: '', actor: 'ada', type: 'auth.login' });
  expect(isEmpty(filter)).toBe(false);
  expect(isEmpty(filterIn(new URLSearchParams('from=yesterday')))).toBe(true);
});

it('asks from the beginning of the first day to the end of the last', () => {
  const { from, to, actor } = parametersOf({ from: '2024-05-01', to: '2024-05-01', actor: '', type: '' });

  expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
  expect(new Date(String(from)).getHours()).toBe(0);
  expect(actor).toBeUndefined();
});
