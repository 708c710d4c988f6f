import { useEffect } from 'react';
import { ApiProblem } from '#/api/problem';
import { type Json, provePasskey, suggestsPasskeys } from '#/api/web-authn';
import { passkeyOptions } from '#/features/auth/auth-queries';

/** Before what is to be signed is out of date. */
const RENEWAL_MILLIS = 4 * 60_000;

/**
 * Has the browser suggest passkeys for the field with `autocomplete="… webauthn"`. Where it can't, nothing is there and nothing is said.
 * A browser listens to one request for a passkey at a time, so `enabled` must end before another begins.
 */
export function usePasskeySuggestion(enabled: boolean, onPicked: (credential: Json) => Promise<void>): void {
  useEffect(() => {
    if (!enabled) return;
    const leaving = new AbortController();
    suggest(leaving.signal, onPicked).catch(() => undefined);
    return () => leaving.abort();
  }, [enabled, onPicked]);
}

async function suggest(left: AbortSignal, onPicked: (credential: Json) => Promise<void>): Promise<void> {
  if (!(await suggestsPasskeys())) return;
  while (!left.aborted) {
    const tooOld = AbortSignal.timeout(RENEWAL_MILLIS);
    const options = await passkeyOptions({}, left);
    try {
      await onPicked(await provePasskey(options, AbortSignal.any([left, tooOld])));
      return;
    } catch (error) {
      // One that the server did not take is no reason against another.
      if (!tooOld.aborted && !(error instanceof ApiProblem)) throw error;
    }
  }
}
