import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PasskeysSection } from '#/features/settings/passkeys/PasskeysSection';
import { anMfa, me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const section = <PasskeysSection me={me()} />;
const KEY = { id: 'k1', name: 'Work laptop', createdAt: '2026-01-02T03:04:05Z' };

class Credential {
  static parseCreationOptionsFromJSON = (options: unknown) => options;
  static parseRequestOptionsFromJSON = (options: unknown) => options;
  toJSON = () => ({ id: 'made' });
}

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', Credential);
  answers('get', '/me/mfa', anMfa());
});
afterEach(() => vi.unstubAllGlobals());

function authenticator(create: () => Promise<unknown>): void {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { credentials: { create } }));
}

describe('passkeys', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/me/passkeys');
    show(section);

    expect(await screen.findByRole('status', { name: 'Loading passkeys' })).toBeInTheDocument();
  });

  it('tell why they can’t be shown', async () => {
    refuses('/me/passkeys', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(section);

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
  });

  it('are shown, not hidden, where the plan leaves them out', async () => {
    answers('get', '/me/mfa', anMfa({ available: false }));
    answers('get', '/me/passkeys', { items: [] });
    show(section);

    expect(await screen.findByText(/not part of the professional plan/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull();
  });

  it('can’t be added in a browser that knows none', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    answers('get', '/me/passkeys', { items: [] });
    show(section);

    expect(await screen.findByText(/this browser can’t make one/)).toBeVisible();
  });

  it('are made by an authenticator under a name', async () => {
    answers('get', '/me/passkeys', { items: [] });
    answers('post', '/me/passkeys/options', { challenge: 'asked' });
    const requests = records('post', '/me/passkeys', KEY, 201);
    authenticator(async () => new Credential());
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    await userEvent.type(screen.getByLabelText('Name'), 'Work laptop{Enter}');

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ name: 'Work laptop', credential: { id: 'made' } });
  });

  it('are not complained of when somebody closes the browser’s dialog', async () => {
    answers('get', '/me/passkeys', { items: [] });
    answers('post', '/me/passkeys/options', { challenge: 'asked' });
    authenticator(() => Promise.reject(new DOMException('closed', 'NotAllowedError')));
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    await userEvent.type(screen.getByLabelText('Name'), 'Phone{Enter}');

    expect(await screen.findByText(/No passkey was made/)).toBeVisible();
  });

  it('are removed after a question', async () => {
    answers('get', '/me/passkeys', { items: [KEY] });
    const removed = records('delete', '/me/passkeys/k1', {}, 200);
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'Remove Work laptop' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));

    await expect.poll(() => removed.length).toBe(1);
  });
});
