import { expect, it } from 'vitest';
import { cellFormatter } from '#/ui/format/cell';

it('writes every digit of an integer that is too large for a number', () => {
  const write = cellFormatter({ name: 'views', type: 'integer' }, [], 'en');

  expect(write('9223372036854775807')).toBe('9,223,372,036,854,775,807');
  expect(write(1234)).toBe('1,234');
});

it('does not group what counts nothing', () => {
  expect(cellFormatter({ name: 'user_id', type: 'integer' }, [], 'en')('9223372036854775807')).toBe(
    '9223372036854775807',
  );
});
