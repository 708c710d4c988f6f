const LOOPBACK = /^(127\.|::1$|0:0:0:0:0:0:0:1$)/;
/** RFC 1918, RFC 4193 and link-local addresses, which are the same everywhere and tell no place. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/** The address, with what it says of the place. */
export function placeName(ip: string): string {
  if (LOOPBACK.test(ip)) return 'the server’s own machine';
  return PRIVATE.test(ip) ? `local network, ${ip}` : ip;
}
