import { describe, expect, it } from 'vitest';
import { ApiProblem, Unreachable } from '#/api/problem';
import { Session, type SessionMessage } from '#/api/session';
import type { Tokens } from '#/api/types';

/** A browser with one refresh cookie, shared by its tabs, and a server that answers as told. */
class FakeBrowser {
  now = 1_000_000;
  refreshes = 0;
  loggedOut = false;
  answer: () => Promise<Tokens | null> = async () => ({ accessToken: `token-${this.refreshes}`, expiresIn: 300 });
  #queue: Promise<unknown> = Promise.resolve();
  readonly #tabs: ((message: SessionMessage) => void)[] = [];

  tab(): Session {
    const place = this.#tabs.length;
    return new Session({
      refresh: () => {
        this.refreshes += 1;
        return this.answer();
      },
      logOut: async () => {
        this.loggedOut = true;
      },
      exclusively: (work) => {
        const turn = this.#queue.then(work);
        this.#queue = turn.catch(() => undefined);
        return turn;
      },
      publish: (message) => {
        for (const listener of this.#tabs.filter((_, tab) => tab !== place)) listener(message);
      },
      receive: (listener) => this.#tabs.push(listener),
      now: () => this.now,
      pause: async (millis) => {
        this.now += millis;
      },
    });
  }
}

const tokenOf = (subject: string, nonce = '', organization = 'o') =>
  `x.${btoa(JSON.stringify({ sub: subject, org: organization, nonce }))}.y`;

describe('a session', () => {
  it('renews once for all who ask at the same moment', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();

    const tokens = await Promise.all([session.token(), session.token(), session.renew(), session.token()]);

    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(browser.refreshes).toBe(1);
  });

  it('hands out the token it holds until shortly before its end', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'first', expiresIn: 300 });

    browser.now += 269_000;
    expect(await session.token()).toBe('first');

    browser.now += 2_000;
    expect(await session.token()).toBe('token-1');
  });

  it('tells for how long nobody has asked for anything', () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'first', expiresIn: 300 });

    browser.now += 299_000;
    expect(session.expiredForMillis).toBe(0);

    browser.now += 61_000;
    expect(session.expiredForMillis).toBe(60_000);
  });

  it('renews after a sleep that outlasted the token', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'before', expiresIn: 300 });

    browser.now += 8 * 3_600_000;

    expect(await session.token()).toBe('token-1');
  });

  it('asks again when the answer to a renewal was lost', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    browser.answer = async () => {
      if (browser.refreshes === 1) throw new Unreachable();
      return { accessToken: 'successor', expiresIn: 300 };
    };

    expect(await session.token()).toBe('successor');
    expect(browser.refreshes).toBe(2);
  });

  it('stays signed in while the server is away', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'first', expiresIn: 10 });
    browser.answer = () => Promise.reject(new Unreachable());

    await expect(session.token()).rejects.toBeInstanceOf(Unreachable);
    expect(session.state).toBe('signed-in');
    expect(browser.refreshes).toBe(2);

    browser.answer = async () => ({ accessToken: 'back', expiresIn: 300 });
    expect(await session.token()).toBe('back');
  });

  it('ends when the server says so, and says it to whoever waits', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'old', expiresIn: 0 });
    browser.answer = async () => null;

    const refusals = await Promise.allSettled([session.token(), session.token()]);

    expect(refusals.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(refusals[0]).toMatchObject({ reason: expect.any(ApiProblem) });
    expect(session.state).toBe('expired');
    expect(browser.refreshes).toBe(1);
  });

  it('is absent, not expired, where there was none', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    browser.answer = async () => null;

    await expect(session.token()).rejects.toMatchObject({ code: 'SESSION_ENDED' });

    expect(session.state).toBe('absent');
  });

  it('does not renew a token that another request has renewed already', async () => {
    const browser = new FakeBrowser();
    const session = browser.tab();
    session.begin({ accessToken: 'old', expiresIn: 300 });
    await session.renew('old');

    expect(await session.renew('old')).toBe('token-1');
    expect(browser.refreshes).toBe(1);
  });
});

describe('two tabs', () => {
  it('spend the shared cookie once, one after the other', async () => {
    const browser = new FakeBrowser();
    const [left, right] = [browser.tab(), browser.tab()];

    const tokens = await Promise.all([left.token(), right.token()]);

    expect(tokens).toEqual(['token-1', 'token-1']);
    expect(browser.refreshes).toBe(1);
  });

  it('log out together', async () => {
    const browser = new FakeBrowser();
    const [left, right] = [browser.tab(), browser.tab()];
    await left.token();
    expect(right.state).toBe('signed-in');

    await left.end();

    expect(browser.loggedOut).toBe(true);
    expect([left.state, right.state]).toEqual(['signed-out', 'signed-out']);
    expect(right.identity).toBeNull();
  });

  it('notice a change of account or organization, but not a mere renewal', () => {
    const browser = new FakeBrowser();
    const [left, right] = [browser.tab(), browser.tab()];
    left.begin({ accessToken: tokenOf('ada', '1'), expiresIn: 300 });
    const before = right.identity;

    left.begin({ accessToken: tokenOf('ada', '2'), expiresIn: 300 });
    expect(right.identity).toBe(before);

    left.begin({ accessToken: tokenOf('ada', '3', 'another'), expiresIn: 300 });
    const elsewhere = right.identity;
    expect(elsewhere).not.toBe(before);

    left.begin({ accessToken: tokenOf('bob'), expiresIn: 300 });
    expect([before, elsewhere]).not.toContain(right.identity);
  });

  it('stay signed in when the server can’t be told of a log-out', async () => {
    const session = new Session({
      refresh: async () => null,
      logOut: () => Promise.reject(new Unreachable()),
      exclusively: (work) => work(),
      publish: () => undefined,
      receive: () => undefined,
      now: () => 0,
      pause: async () => undefined,
    });
    session.begin({ accessToken: 'a', expiresIn: 300 });

    await expect(session.end()).rejects.toBeInstanceOf(Unreachable);

    expect(session.state).toBe('signed-in');
  });
});
