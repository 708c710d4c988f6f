import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attention, markUnattended } from '#/api/attention';
import { session } from '#/api/browser-session';
import { api } from '#/api/client';
import { records } from '#/testing/server';

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const touch = () => document.dispatchEvent(new Event('pointerdown'));
const isMarked = (request: Request | undefined) => request?.headers.get('Claribi-Unattended') === '?1';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  touch();
});
afterEach(() => vi.useRealTimers());

describe('a request', () => {
  it('counts as a use of the session while somebody is at the page', async () => {
    const requests = records('get', '/me', {});

    later(59);
    await api.get('/me');

    expect(isMarked(requests[0])).toBe(false);
  });

  it('says that nobody wants it when nobody has touched the page for a while', async () => {
    const requests = records('get', '/me', {});

    later(60);
    await api.get('/me');
    touch();
    await api.get('/me');

    expect(requests.map(isMarked)).toEqual([true, false]);
  });

  it('for new tokens says so too', async () => {
    const requests = records('post', '/auth/refresh', { accessToken: 'b-token', expiresIn: 300 });

    later(600);
    await session.token();

    expect(isMarked(requests[0])).toBe(true);
  });
});

describe('attention', () => {
  it.each(['pointerdown', 'keydown', 'wheel', 'touchmove', 'visibilitychange'])('is paid by %s', (doing) => {
    later(60);
    expect(markUnattended(new Headers()).has('Claribi-Unattended')).toBe(true);

    document.dispatchEvent(new Event(doing));

    expect(markUnattended(new Headers()).has('Claribi-Unattended')).toBe(false);
  });

  it('is told of once a minute at most', () => {
    const page = document.implementation.createHTMLDocument();
    const told = vi.fn();
    new Attention(page).subscribe(told);

    page.dispatchEvent(new Event('keydown'));
    later(59);
    page.dispatchEvent(new Event('keydown'));
    expect(told).toHaveBeenCalledTimes(1);

    later(1);
    page.dispatchEvent(new Event('keydown'));
    expect(told).toHaveBeenCalledTimes(2);
  });
});
