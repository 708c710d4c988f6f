/**
 * Passkeys as the browser has them (WebAuthn Level 3). Server and authenticator understand each other; what they say is passed on.
 */
export type Json = Record<string, unknown>;

/** Browsers from 2024 on know the JSON forms; older ones are treated as knowing no passkeys. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  );
}

/** Somebody closed the browser's dialog, or let it time out: nothing to complain about. */
export class PasskeyDeclined extends Error {
  constructor(cause: unknown) {
    super('No passkey was given', { cause });
    this.name = 'PasskeyDeclined';
  }
}

/** Has an authenticator make a passkey. */
export async function makePasskey(options: Json): Promise<Json> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return answerOf(() => navigator.credentials.create({ publicKey }));
}

/** Whether the browser can offer passkeys among its suggestions for a field. */
export async function suggestsPasskeys(): Promise<boolean> {
  return knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

/**
 * Has an authenticator prove that it holds a passkey; with `suggestion`, once somebody picks one that the browser suggests for a field
 * with `autocomplete="… webauthn"`, as long as that signal lets it.
 */
export async function provePasskey(options: Json, suggestion?: AbortSignal): Promise<Json> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const request =
    suggestion === undefined ? { publicKey } : { publicKey, mediation: 'conditional' as const, signal: suggestion };
  return answerOf(() => navigator.credentials.get(request));
}

async function answerOf(ask: () => Promise<Credential | null>): Promise<Json> {
  let credential: Credential | null;
  try {
    credential = await ask();
  } catch (cause) {
    if (cause instanceof DOMException && (cause.name === 'NotAllowedError' || cause.name === 'AbortError')) {
      throw new PasskeyDeclined(cause);
    }
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') {
      throw new Error('This device has a passkey of yours already.', { cause });
    }
    throw cause;
  }
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyDeclined(null);
  return credential.toJSON() as Json;
}
