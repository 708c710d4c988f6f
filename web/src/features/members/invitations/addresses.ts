/** As many as the server takes at once. */
export const MOST = 100;

/** The addresses in a text, one a line or however they were pasted; each once. */
export function addressesIn(text: string): string[] {
  const seen = new Map<string, string>();
  for (const each of text.split(/[\s,;]+/)) {
    const address = each.replace(/^<|>$/g, '');
    if (address !== '' && !seen.has(address.toLowerCase())) seen.set(address.toLowerCase(), address);
  }
  return [...seen.values()];
}

/** Those that can be no address. Whether there is a mailbox, only a mail tells. */
export function unlikely(addresses: readonly string[]): string[] {
  return addresses.filter((each) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(each));
}
