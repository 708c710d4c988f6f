import { LOCALE } from '#/ui/format/locale';

export interface NumberStyle {
  format?: 'number' | 'currency' | 'percent';
  /** A currency code for currencies, “%” for percentages that are stored as such (12 for 12 %), else what is counted. */
  unit?: string;
}

const SHORT_FROM = 10_000;
const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using it. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** In full: tables, tooltips. */
export function formatNumber(value: number, style: NumberStyle = {}, locale = LOCALE): string {
  return styled(value, style, locale, { maximumFractionDigits: decimalsFor(value) });
}

/** Figures that stand in one column: each with as many decimals as the most precise needs, two at most. */
export function columnFormat(
  values: readonly number[],
  style: NumberStyle = {},
  locale = LOCALE,
): (value: number) => string {
  const precise = values.some((value) => !Number.isInteger(value));
  const digits = precise ? 2 : 0;
  return (value) => styled(value, style, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Short: axes and big figures (1.2M). Figures that stand together are written alike when each is told the largest of them. */
export function formatCompact(value: number, style: NumberStyle = {}, largest = value, locale = LOCALE): string {
  const short: Intl.NumberFormatOptions = Math.abs(largest) < SHORT_FROM ? {} : { notation: 'compact' };
  const digits = Math.abs(largest) < SHORT_FROM ? decimalsFor(value) : 1;
  const least = short.notation === undefined ? {} : { minimumFractionDigits: 0 };
  return styled(value, style, locale, { ...short, ...least, maximumFractionDigits: digits });
}

export function formatCount(value: number, locale = LOCALE): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A part of one, as a percentage. What is not all never reads as 100 %. */
export function formatShare(share: number, locale = LOCALE): string {
  const small = Math.abs(share) < 0.1 && share !== 0;
  const nearlyAll = share < 1 && share >= 0.995;
  const digits = small || nearlyAll ? 1 : 0;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(
    nearlyAll ? Math.min(share, 0.999) : share,
  );
}

export function formatBytes(bytes: number, locale = LOCALE): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return numberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0,
  }).format(amount);
}

function styled(
  value: number,
  { format, unit }: NumberStyle,
  locale: string,
  options: Intl.NumberFormatOptions,
): string {
  if (format === 'percent') return percent(value, unit, locale);
  if (format === 'currency' && isCurrencyCode(unit)) {
    return numberFormat(locale, { ...options, ...cents(value, options), style: 'currency', currency: unit }).format(
      value,
    );
  }
  const figure = numberFormat(locale, options).format(value);
  if (unit === undefined || unit === '') return figure;
  return format === 'currency' ? `${unit}\u202f${figure}` : `${figure}\u00a0${unit}`;
}

function percent(value: number, unit: string | undefined, locale: string): string {
  const share = unit === '%' ? value / 100 : value;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** Money has cents or none, never one decimal. */
function cents(value: number, { notation, minimumFractionDigits }: Intl.NumberFormatOptions): Intl.NumberFormatOptions {
  if (notation === 'compact' || minimumFractionDigits !== undefined) return {};
  const digits = Number.isInteger(value) || Math.abs(value) >= 10_000 ? 0 : 2;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function isCurrencyCode(unit: string | undefined): unit is string {
  return unit !== undefined && /^[A-Z]{3}$/.test(unit);
}

/** Enough digits to tell values apart, no more. */
function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || Number.isInteger(value)) return size >= 1000 ? 1 : 0;
  if (size >= 1) return 2;
  return size === 0 ? 0 : Math.min(10, 2 - Math.floor(Math.log10(size)));
}
