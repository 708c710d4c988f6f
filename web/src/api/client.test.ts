import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { api } from '#/api/client';
import { ApiProblem, Unreachable } from '#/api/problem';
import { answers, refuses, server } from '#/testing/server';

const ME = 'http://localhost/api/v1/me';

it('renews a refused token and asks again, unnoticed', async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.get(ME, ({ request }) => {
      const token = request.headers.get('Authorization');
      seen.push(token);
      return token === 'Bearer fresh' ? HttpResponse.json({ role: 'owner' }) : new HttpResponse(null, { status: 401 });
    }),
  );
  answers('post', '/auth/refresh', { accessToken: 'fresh', tokenType: 'Bearer', expiresIn: 300 });

  expect(await api.get('/me')).toEqual({ role: 'owner' });
  expect(seen).toEqual(['Bearer a-token', 'Bearer fresh']);
});

it('gives up after one renewal', async () => {
  refuses('/me', 401, { code: 'UNAUTHENTICATED' });
  answers('post', '/auth/refresh', { accessToken: 'fresh', tokenType: 'Bearer', expiresIn: 300 });

  await expect(api.get('/me')).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

it('ends the session when the cookie is spent', async () => {
  refuses('/me', 401, { code: 'UNAUTHENTICATED' });
  refuses('/auth/refresh', 401, { code: 'SESSION_ENDED' }, 'post');

  await expect(api.get('/me')).rejects.toBeInstanceOf(ApiProblem);
  expect(session.state).toBe('expired');
});

it('tells a lost connection from a refusal', async () => {
  server.use(http.get(ME, () => HttpResponse.error()));

  await expect(api.get('/me')).rejects.toBeInstanceOf(Unreachable);
});

it('repeats a parameter for each of its values and leaves out what is absent', async () => {
  let asked = '';
  server.use(
    http.get(ME, ({ request }) => {
      asked = new URL(request.url).search;
      return HttpResponse.json({});
    }),
  );

  await api.get('/me', { query: { filter: ['a:1', 'b:2 & 3'], pageToken: undefined, pageSize: 5 } });

  expect(asked).toBe('?filter=a%3A1&filter=b%3A2+%26+3&pageSize=5');
});
