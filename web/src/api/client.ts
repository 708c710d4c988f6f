import { session } from '#/api/browser-session';
import { problemOf, Unreachable } from '#/api/problem';
import { apiUrl, type QueryParameters } from '#/api/url';

interface Options {
  query?: QueryParameters;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Requests in the name of whoever is signed in. A refused token is renewed once; the person notices nothing. */
export const api = {
  get: async <T>(path: string, options: Options = {}): Promise<T> => (await send('GET', path, options)).json(),
  post: async <T>(path: string, options: Options = {}): Promise<T> => (await send('POST', path, options)).json(),
  patch: async <T>(path: string, options: Options = {}): Promise<T> => (await send('PATCH', path, options)).json(),
  delete: async (path: string): Promise<void> => {
    await send('DELETE', path, {});
  },
  download: async (path: string, options: Options): Promise<Blob> => (await send('POST', path, options)).blob(),
};

/** A request that needs no session. */
export async function postAnonymously<T>(path: string, body: unknown): Promise<T> {
  const response = await exchange('POST', path, { body }, null);
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const token = await session.token();
  let response = await exchange(method, path, options, token);
  if (response.status === 401) {
    response = await exchange(method, path, options, await session.renew(token));
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function exchange(method: string, path: string, options: Options, token: string | null): Promise<Response> {
  const headers = new Headers();
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  try {
    return await fetch(apiUrl(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable(cause);
  }
}
