/** Whoever was asked to confirm did not: the request was not made. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';

  constructor() {
    super('Nothing was changed: this needs your confirmation.');
  }
}

interface Waiting {
  confirm: () => void;
  decline: (reason: NotConfirmed) => void;
}

/**
 * Where requests wait that the server answered with STEP_UP_REQUIRED. A dialog subscribes and asks the person to prove anew
 * who they are; all requests of a moment share one question.
 */
export class StepUp {
  #answer: Promise<void> | null = null;
  #waiting: Waiting | null = null;
  readonly #listeners = new Set<() => void>();

  /** Whether a request waits for the person. */
  get asked(): boolean {
    return this.#waiting !== null;
  }

  /** Whether there is anybody to ask. */
  get heard(): boolean {
    return this.#listeners.size > 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (!this.heard) this.decline();
    };
  };

  /** Resolves when the person has confirmed; rejects with NotConfirmed. */
  ask(): Promise<void> {
    this.#answer ??= new Promise<void>((resolve, reject) => {
      this.#waiting = { confirm: resolve, decline: reject };
    });
    this.#tell();
    return this.#answer;
  }

  readonly confirm = (): void => {
    this.#waiting?.confirm();
    this.#settle();
  };

  readonly decline = (): void => {
    this.#waiting?.decline(new NotConfirmed());
    this.#settle();
  };

  #settle(): void {
    this.#waiting = null;
    this.#answer = null;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const stepUp = new StepUp();
