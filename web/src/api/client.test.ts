import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { api } from '#/api/client';
import { ApiProblem, Unreachable } from '#/api/problem';
import { stepUp } from '#/api/step-up';
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

it('does not try a wrong password twice', async () => {
  let tries = 0;
  server.use(
    http.post('http://localhost/api/v1/me/password', () => {
      tries += 1;
      return HttpResponse.json({ code: 'BAD_CREDENTIALS' }, { status: 401 });
    }),
  );

  await expect(api.post('/me/password')).rejects.toMatchObject({ code: 'BAD_CREDENTIALS' });
  expect(tries).toBe(1);
  expect(session.state).toBe('signed-in');
});

it('sends again what wanted a confirmation, once it is given', async () => {
  refuses('/me', 403, { code: 'STEP_UP_REQUIRED', detail: 'Confirm first.' });
  const leave = stepUp.subscribe(() => {
    if (!stepUp.asked) return;
    answers('get', '/me', { role: 'owner' });
    stepUp.confirm();
  });

  expect(await api.get('/me')).toEqual({ role: 'owner' });
  leave();
});

it('passes the refusal on where nobody can be asked', async () => {
  refuses('/me', 403, { code: 'STEP_UP_REQUIRED', detail: 'Confirm first.' });

  await expect(api.get('/me')).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
});
