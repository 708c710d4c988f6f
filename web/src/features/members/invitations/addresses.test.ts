import { expect, it } from 'vitest';
import { addressesIn, unlikely } from '#/features/members/invitations/addresses';

it.each([
  ['', []],
  ['ada@example.com', ['ada@example.com']],
  ['ada@example.com\n\n  bob@example.com \r\n', ['ada@example.com', 'bob@example.com']],
  ['ada@example.com, bob@example.com; <eve@example.com>', ['ada@example.com', 'bob@example.com', 'eve@example.com']],
  ['Ada@example.com\nada@EXAMPLE.com', ['Ada@example.com']],
])('finds the addresses of %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

it('tells what can be no address', () => {
  expect(unlikely(['ada@example.com', 'ada', 'ada@example', '@example.com'])).toEqual([
    'ada',
    'ada@example',
    '@example.com',
  ]);
});
