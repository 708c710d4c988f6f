export const IDLE_MINUTES = [15, 30, 60, 240, 480] as const;
export const LIFETIME_HOURS = [8, 12, 24, 72, 168, 720] as const;

export function minutesInWords(minutes: number): string {
  return minutes % 60 === 0 ? hoursInWords(minutes / 60) : `${minutes} minutes`;
}

export function hoursInWords(hours: number): string {
  if (hours === 1) return '1 hour';
  if (hours > 24 && hours % 24 === 0) return `${hours / 24} days`;
  return `${hours} hours`;
}
