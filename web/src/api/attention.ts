const A_WHILE_MILLIS = 60_000;

/**
 * Whether somebody is at this page. What it asks the server when nobody is, polling above all, is no use of the session: a page left
 * open must not keep one alive.
 */
export class Attention {
  /** Whoever opens a page is at it. */
  #last = Date.now();
  #told = Number.NEGATIVE_INFINITY;
  readonly #listeners = new Set<() => void>();

  constructor(page: Document) {
    const act = () => this.#notice();
    for (const doing of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
      page.addEventListener(doing, act, { capture: true, passive: true });
    }
    page.addEventListener('visibilitychange', () => page.visibilityState === 'visible' && this.#notice(), true);
  }

  get paid(): boolean {
    return Date.now() - this.#last < A_WHILE_MILLIS;
  }

  /** To hear of somebody who is at the page, once a minute at most, and at once when they have come back to it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #notice(): void {
    this.#last = Date.now();
    if (this.#last - this.#told < A_WHILE_MILLIS) return;
    this.#told = this.#last;
    for (const listener of this.#listeners) listener();
  }
}

export const attention = new Attention(document);

/** Says of a request that nobody is there who wants it (a boolean of RFC 9651). */
export function markUnattended(headers: Headers): Headers {
  if (!attention.paid) headers.set('Claribi-Unattended', '?1');
  return headers;
}
