import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '#/api/browser-session';
import { LogIn } from '#/features/auth/LogIn';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const TOKENS = { accessToken: 'new-token', tokenType: 'Bearer', expiresIn: 300 };

class Passkey {
  static parseCreationOptionsFromJSON = (options: unknown) => options;
  static parseRequestOptionsFromJSON = (options: unknown) => options;
  static isConditionalMediationAvailable = async () => true;
  toJSON = () => ({ id: 'picked' });
}

type Ask = CredentialRequestOptions & { pick: () => void };

/** A browser with one passkey; `asks` are the requests it was given, in which somebody may pick it. */
function aBrowserWithPasskey(): Ask[] {
  const asks: Ask[] = [];
  const get = (options: CredentialRequestOptions) =>
    new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      asks.push({ ...options, pick: () => resolve(new Passkey()) });
    });
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { credentials: { get } }));
  return asks;
}

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', Passkey);
  answers('post', '/auth/passkey/options', { challenge: 'c1' });
});
afterEach(() => vi.unstubAllGlobals());

describe('a passkey among the suggestions for the e-mail', () => {
  it('logs in when it is picked', async () => {
    const asks = aBrowserWithPasskey();
    const requests = records('post', '/auth/passkey', TOKENS);
    show(<LogIn />);

    expect(screen.getByLabelText('E-mail')).toHaveAttribute('autocomplete', 'username webauthn');
    await expect.poll(() => asks.length).toBe(1);
    expect(asks[0]).toMatchObject({ mediation: 'conditional', publicKey: { challenge: 'c1' } });
    asks[0]?.pick();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ credential: { id: 'picked' }, refreshTokenIn: 'cookie' });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('is offered again, with the reason, when the server does not take it', async () => {
    const asks = aBrowserWithPasskey();
    refuses('/auth/passkey', 401, { code: 'PASSKEY_REFUSED', detail: 'It was not accepted.' }, 'post');
    show(<LogIn />);

    await expect.poll(() => asks.length).toBe(1);
    asks[0]?.pick();

    expect(await screen.findByRole('alert')).toHaveTextContent('It was not accepted.');
    await expect.poll(() => asks.length).toBe(2);
  });

  it('makes way for the button', async () => {
    const asks = aBrowserWithPasskey();
    show(<LogIn />);
    await expect.poll(() => asks.length).toBe(1);

    await userEvent.click(screen.getByRole('button', { name: 'Use a passkey' }));

    await expect.poll(() => asks.length).toBe(2);
    expect(asks[0]?.signal?.aborted).toBe(true);
    expect(asks[1]?.mediation).toBeUndefined();
  });

  it('is not asked for any more once the page is left', async () => {
    const asks = aBrowserWithPasskey();
    const { unmount } = show(<LogIn />);
    await expect.poll(() => asks.length).toBe(1);

    unmount();

    await waitFor(() => expect(asks[0]?.signal?.aborted).toBe(true));
  });

  it('is asked for anew before the server’s question is out of date', async () => {
    const tooOld = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(tooOld.signal);
    const asks = aBrowserWithPasskey();
    show(<LogIn />);
    await expect.poll(() => asks.length).toBe(1);

    tooOld.abort();

    await expect.poll(() => asks.length).toBe(2);
  });

  it('is no matter where the browser suggests none', async () => {
    vi.stubGlobal(
      'PublicKeyCredential',
      class extends Passkey {
        static override isConditionalMediationAvailable = async () => false;
      },
    );
    const asks = aBrowserWithPasskey();
    const requests = records('post', '/auth/passkey/options', {});
    show(<LogIn />);

    expect(await screen.findByRole('button', { name: 'Use a passkey' })).toBeVisible();
    expect([...asks, ...requests]).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
