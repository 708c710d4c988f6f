import { ApiProblem, Unreachable } from '#/api/problem';
import type { Tokens } from '#/api/types';

/** `signed-out` is a person's wish, `expired` the server's word; `absent` when there was no session to begin with. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out' | 'expired' | 'absent';

interface HeldToken {
  accessToken: string;
  expiresAt: number;
}

export type SessionMessage = { kind: 'tokens'; token: HeldToken } | { kind: 'ended' };

/** What a session needs from the browser; tests hand in their own. */
export interface SessionPorts {
  /** Exchanges the refresh cookie; `null` when the server says that the session has ended. Throws Unreachable without an answer. */
  refresh(): Promise<Tokens | null>;
  logOut(): Promise<void>;
  /** Runs the work while no other tab runs its own. */
  exclusively(work: () => Promise<string>): Promise<string>;
  publish(message: SessionMessage): void;
  receive(listener: (message: SessionMessage) => void): void;
  now(): number;
  pause(millis: number): Promise<void>;
}

/** A token that would expire on its way is renewed first. */
const MARGIN_MILLIS = 30_000;
const RETRY_AFTER_MILLIS = 400;

/**
 * The signed-in state of this tab. The access token lives here, in memory, and nowhere else; the refresh token is a cookie that script
 * can't read. Tabs share one cookie, so they renew one after the other and tell each other the outcome.
 */
export class Session {
  #state: SessionState = 'unknown';
  #held: HeldToken | null = null;
  #renewal: Promise<string> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #ports: SessionPorts;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    ports.receive((message) => this.#hear(message));
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Whose token this is, and in which organization: what is cached for one must not be shown to the next. */
  get identity(): string | null {
    return this.#held === null ? null : identityOf(this.#held.accessToken);
  }

  /** For how long the token has not been good any more: nobody has asked for anything since it was. */
  get expiredForMillis(): number {
    return this.#held === null ? 0 : Math.max(0, this.#ports.now() - this.#held.expiresAt);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** After a log-in or a registration in this tab. */
  begin(tokens: Tokens): void {
    this.#publish(this.#adopt(tokens));
  }

  /** Throws when the server can't be told: the cookie would then survive, and with it the session. */
  async end(): Promise<void> {
    await this.#ports.logOut();
    this.#drop('signed-out');
    this.#ports.publish({ kind: 'ended' });
  }

  /** A token good for one request. */
  async token(): Promise<string> {
    return this.#fresh() ?? this.renew();
  }

  /** A token other than the refused one; all callers of a moment share one renewal. */
  renew(refused?: string): Promise<string> {
    this.#renewal ??= this.#ports
      .exclusively(() => this.#renewUnlessDone(refused))
      .finally(() => {
        this.#renewal = null;
      });
    return this.#renewal;
  }

  async #renewUnlessDone(refused: string | undefined): Promise<string> {
    const fresh = this.#fresh();
    if (fresh !== null && fresh !== refused) return fresh;

    const tokens = await this.#refreshTwice();
    if (tokens === null) {
      this.#drop(this.#state === 'signed-in' ? 'expired' : 'absent');
      throw new ApiProblem(401, {
        code: 'SESSION_ENDED',
        title: 'Signed out',
        detail: 'The session has ended. Log in again.',
      });
    }
    const held = this.#adopt(tokens);
    this.#publish(held);
    return held.accessToken;
  }

  /** The first answer may have been lost after the server spent the token; within seconds it answers the same again. */
  async #refreshTwice(): Promise<Tokens | null> {
    try {
      return await this.#ports.refresh();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await this.#ports.pause(RETRY_AFTER_MILLIS);
      return this.#ports.refresh();
    }
  }

  #fresh(): string | null {
    const held = this.#held;
    return held !== null && held.expiresAt - MARGIN_MILLIS > this.#ports.now() ? held.accessToken : null;
  }

  #adopt(tokens: Tokens): HeldToken {
    const held = { accessToken: tokens.accessToken, expiresAt: this.#ports.now() + tokens.expiresIn * 1000 };
    this.#hold(held);
    return held;
  }

  #hold(held: HeldToken): void {
    this.#held = held;
    this.#become('signed-in');
  }

  #drop(state: 'signed-out' | 'expired' | 'absent'): void {
    this.#held = null;
    this.#become(state);
  }

  #publish(token: HeldToken): void {
    this.#ports.publish({ kind: 'tokens', token });
  }

  #hear(message: SessionMessage): void {
    if (message.kind === 'ended') this.#drop('signed-out');
    else this.#hold(message.token);
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function identityOf(accessToken: string): string {
  const payload = accessToken.split('.')[1];
  try {
    const claims: unknown = JSON.parse(atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims === 'object' && claims !== null && 'sub' in claims) {
      return 'org' in claims ? `${claims.sub} ${claims.org}` : String(claims.sub);
    }
  } catch {
    // Not a token of ours to read; it then stands for itself.
  }
  return accessToken;
}
