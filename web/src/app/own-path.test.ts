import { describe, expect, it } from 'vitest';
import { ownPath } from '#/app/own-path';

const ORIGIN = 'https://bi.example.com';

describe('after a log-in', () => {
  it.each(['/dashboards/7', '/sources?tab=rows', '/settings/account#theme', '/'])('%s is gone on to', (next) => {
    expect(ownPath(next, ORIGIN)).toBe(next);
  });

  it.each([
    null,
    '',
    'dashboards',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '//bi.example.com:8443/',
    '//bi.example.com@evil.example/',
    '//[',
  ])('%j leads to the start', (next) => {
    expect(ownPath(next, ORIGIN)).toBe('/');
  });

  it.each(['/..//evil.example', '/.//evil.example', '/%09/evil.example'])('%j stays within the origin', (next) => {
    expect(new URL(ownPath(next, ORIGIN), ORIGIN).origin).toBe(ORIGIN);
  });
});
