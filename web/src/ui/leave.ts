/** Goes to a page of somebody else’s, such as a payment provider’s. */
export function leaveFor(url: string): void {
  if (new URL(url).protocol !== 'https:') throw new Error('Only an https address is left for.');
  window.location.assign(url);
}
