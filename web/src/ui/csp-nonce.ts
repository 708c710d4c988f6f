/** The page's nonce, for those who make style elements; the server writes a fresh one into each page. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
