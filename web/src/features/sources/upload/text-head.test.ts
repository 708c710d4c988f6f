import { describe, expect, it } from 'vitest';
import {
  decode,
  looksLikeHeader,
  parseDelimited,
  sniffDelimiter,
  sniffEncoding,
} from '#/features/sources/upload/text-head';

describe('the head of a text file', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['just one column\n1\n', ','],
    ['name;note\n"x";"a, b, c, d"\n', ';'],
  ])('%j is cut by %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it('reads quotes, doubled quotes and newlines within them', () => {
    expect(parseDelimited('a,b\r\n"x, ""y""\nz",2\r\n\r\nlast,3', ',', 9)).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
      ['last', '3'],
    ]);
  });

  it('stops after the rows asked for', () => {
    expect(parseDelimited('1\n2\n3\n4', ',', 2)).toEqual([['1'], ['2']]);
  });

  it('takes for Latin-1 what can’t be UTF-8, but not a character cut in half', () => {
    const utf8 = new TextEncoder().encode('Zürich');

    expect(sniffEncoding(utf8)).toBe('utf-8');
    expect(sniffEncoding(utf8.slice(0, 2))).toBe('utf-8');
    expect(sniffEncoding(new Uint8Array([0x5a, 0xfc, 0x72]))).toBe('latin-1');
    expect(decode(new Uint8Array([0x5a, 0xfc, 0x72]), 'latin-1')).toBe('Zür');
  });

  it.each([
    [
      [
        ['name', 'age'],
        ['Ada', '36'],
      ],
      true,
    ],
    [[['1', '2']], false],
    [[['a', 'a']], false],
    [[['a', '']], false],
  ])('%j begins with names: %s', (rows, header) => {
    expect(looksLikeHeader(rows)).toBe(header);
  });
});
