/** The reader's locale; every number and date is written in it. */
export const LOCALE = navigator.language;

type WeekInfo = { firstDay: number };

/** 0 is Sunday. Where the browser does not know, weeks begin on Monday (ISO 8601). */
export function firstDayOfWeek(locale = LOCALE): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo };
  const day = (known.getWeekInfo?.().firstDay ?? 1) % 7;
  return ([0, 1, 2, 3, 4, 5, 6] as const)[day] ?? 1;
}
