import { describe, expect, it } from 'vitest';
import {
  columnFormat,
  formatBytes,
  formatCompact,
  formatNumber,
  formatShare,
  type NumberStyle,
} from '#/ui/format/number';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a number in full', () => {
  it.each<[number, NumberStyle, string, string]>([
    [1234567.891, {}, 'en-US', '1,234,567.9'],
    [1234567.891, {}, 'de-DE', '1.234.567,9'],
    [2.7138, {}, 'en-US', '2.71'],
    [0.000123, {}, 'en-US', '0.000123'],
    [0, {}, 'en-US', '0'],
    [-12, {}, 'en-US', '-12'],
    [12.5, { format: 'currency', unit: 'EUR' }, 'en-US', '€12.50'],
    [12, { format: 'currency', unit: 'EUR' }, 'de-DE', '12 €'],
    [12.5, { format: 'currency', unit: '₿' }, 'en-US', '₿ 12.5'],
    [0.254, { format: 'percent' }, 'en-US', '25.4%'],
    [25.4, { format: 'percent', unit: '%' }, 'en-US', '25.4%'],
    [7, { unit: 'mm' }, 'en-US', '7 mm'],
  ])('%d as %o in %s is %s', (value, style, locale, text) => {
    expect(plain(formatNumber(value, style, locale))).toBe(text);
  });
});

it('writes the figures of a column alike', () => {
  const euros = columnFormat([12_345.5, 7, 80_000], { format: 'currency', unit: 'EUR' }, 'en-US');
  const units = columnFormat([12_345, 7], {}, 'en-US');

  expect([12_345.5, 7].map(euros)).toEqual(['€12,345.50', '€7.00']);
  expect([12_345, 7].map(units)).toEqual(['12,345', '7']);
});

describe('a short number', () => {
  it.each<[number, NumberStyle, number, string]>([
    [1_234_567, {}, 1_234_567, '1.2M'],
    [9_999, {}, 9_999, '9,999'],
    [12_345, { format: 'currency', unit: 'USD' }, 12_345, '$12.3K'],
    [7_985.48, { format: 'currency', unit: 'USD' }, 30_000, '$8K'],
    [0.5, {}, 0.5, '0.5'],
  ])('%d as %o beside %d is %s', (value, style, largest, text) => {
    expect(formatCompact(value, style, largest, 'en-US')).toBe(text);
  });
});

it('writes sizes in the unit that fits', () => {
  expect([0, 999, 1500, 10_400_000, 2e9].map((bytes) => formatBytes(bytes, 'en-US'))).toEqual([
    '0 bytes',
    '999 bytes',
    '1.5 kB',
    '10 MB',
    '2 GB',
  ]);
});

it('gives a decimal to small shares and to those of nearly all', () => {
  const shares = [0, 0.004, 0.5, 0.994, 0.9961, 0.9999, 1];

  expect(shares.map((share) => formatShare(share, 'en-US'))).toEqual([
    '0%',
    '0.4%',
    '50%',
    '99%',
    '99.6%',
    '99.9%',
    '100%',
  ]);
});
