/** The reader's locale; every number and date is written in it. */
export const LOCALE = navigator.language;
