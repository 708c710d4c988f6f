import type { SecurityPolicy, SecurityPolicyChange } from '#/api/types';
import { hoursInWords, minutesInWords } from '#/features/settings/durations';

const KEYS = ['mfaRequired', 'idleTimeoutMinutes', 'maxSessionHours'] as const;

/** Only what is different; null takes a limit away. */
export function changeOf(before: SecurityPolicy, after: SecurityPolicy): SecurityPolicyChange {
  return Object.fromEntries(KEYS.filter((key) => before[key] !== after[key]).map((key) => [key, after[key] ?? null]));
}

/** What saving does to whom. */
export function consequencesOf(before: SecurityPolicy, after: SecurityPolicy, mfaEnabled: boolean): string[] {
  const sentences: string[] = [];
  if (after.mfaRequired && !before.mfaRequired) {
    sentences.push('Members without two-step verification can do nothing else until they have set it up.');
    if (!mfaEnabled) sentences.push('You have not set it up yourself: you are led to it right after saving.');
  }
  if (!after.mfaRequired && before.mfaRequired) {
    sentences.push('Members may turn two-step verification off again; whoever has it keeps it until then.');
  }
  const idle = after.idleTimeoutMinutes;
  if (idle !== undefined && idle !== before.idleTimeoutMinutes) {
    sentences.push(
      `Whoever does nothing for ${minutesInWords(idle)} is logged out; who is idle that long now, at once.`,
    );
  }
  const hours = after.maxSessionHours;
  if (hours !== undefined && hours !== before.maxSessionHours) {
    sentences.push(`Sessions older than ${hoursInWords(hours)} end at once, your own too if it is that old.`);
  }
  return sentences;
}
