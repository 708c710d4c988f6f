import { expect, it } from 'vitest';
import { ownPath } from '#/app/own-path';

it.each([
  ['/dashboards/d1?tab=2', '/dashboards/d1?tab=2'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['dashboards', '/'],
])('goes on from %o to %s', (next, path) => {
  expect(ownPath(next)).toBe(path);
});
