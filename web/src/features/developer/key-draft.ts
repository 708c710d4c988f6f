import type { ApiKeyRequest } from '#/api/types';

export type Expiry = '30' | '90' | '365' | 'date' | 'never';

/** A key while it is being made. */
export interface KeyDraft {
  name: string;
  description: string;
  expiry: Expiry;
  /** Year, month and day, where the expiry is a date. */
  date: string;
  /** Absent: all that the role may. */
  scopes?: readonly string[];
}

export const EXPIRIES: readonly { value: Expiry; label: string }[] = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: 'date', label: 'On a date' },
  { value: 'never', label: 'Never' },
];

export function emptyKey(): KeyDraft {
  return { name: '', description: '', expiry: '90', date: '' };
}

/** What is wrong with it before it is sent, by field. */
export function problemsOf({ name, expiry, date, scopes }: KeyDraft, now = new Date()): Record<string, string> {
  return {
    ...(name.trim() === '' && { name: 'Say what the key is for.' }),
    ...(expiry === 'date' && (date === '' || endOf(date) <= now) && { expiresAt: 'Choose a day that is to come.' }),
    ...(scopes?.length === 0 && { scopes: 'Choose at least one permission.' }),
  };
}

export function requestOf({ name, description, expiry, date, scopes }: KeyDraft): ApiKeyRequest {
  return {
    name: name.trim(),
    ...(description.trim() !== '' && { description: description.trim() }),
    ...expiryOf(expiry, date),
    ...(scopes !== undefined && { scopes: [...scopes].sort() }),
  };
}

function expiryOf(expiry: Expiry, date: string): Pick<ApiKeyRequest, 'expiresInDays' | 'expiresAt'> {
  switch (expiry) {
    case 'never':
      return {};
    case 'date':
      return { expiresAt: endOf(date).toISOString() };
    default:
      return { expiresInDays: Number(expiry) };
  }
}

/** The last second of a day where one is. */
function endOf(date: string): Date {
  return new Date(`${date}T23:59:59`);
}
