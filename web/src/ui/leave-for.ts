/** Goes on to a page of another site, in this tab. */
export function leaveFor(url: string): void {
  if (!url.startsWith('https://')) throw new Error('Not a page to go to');
  window.location.assign(url);
}
