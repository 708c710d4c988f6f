import type { Session } from '#/api/types';

/** “Firefox on Windows”, as far as the browser tells. */
export function deviceName({ device: { browser, system } }: Pick<Session, 'device'>): string {
  if (browser !== undefined && system !== undefined) return `${browser} on ${system}`;
  return browser ?? system ?? 'Unknown device';
}
