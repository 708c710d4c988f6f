import { markUnattended } from '#/api/attention';
import { session } from '#/api/browser-session';
import { type ApiProblem, problemOf, Unreachable } from '#/api/problem';
import { stepUp } from '#/api/step-up';
import { apiUrl, type QueryParameters } from '#/api/url';

interface Options {
  query?: QueryParameters;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/**
 * Requests in the name of whoever is signed in. A refused token is renewed once, and the person notices nothing; what the server
 * does only for who has just confirmed who they are is sent again once they have.
 */
export const api = {
  get: async <T>(path: string, options: Options = {}): Promise<T> => contentOf(await send('GET', path, options)),
  post: async <T>(path: string, options: Options = {}): Promise<T> => contentOf(await send('POST', path, options)),
  put: async <T>(path: string, options: Options = {}): Promise<T> => contentOf(await send('PUT', path, options)),
  patch: async <T>(path: string, options: Options = {}): Promise<T> => contentOf(await send('PATCH', path, options)),
  delete: async (path: string, options: Options = {}): Promise<void> => {
    await send('DELETE', path, options);
  },
  download: async (path: string, options: Options): Promise<Blob> => (await send('POST', path, options)).blob(),
};

/** A request that needs no session. */
export async function postAnonymously<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await exchange('POST', path, { body, signal }, null);
  if (!response.ok) throw await problemOf(response);
  return contentOf(response);
}

export async function getAnonymously<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await exchange('GET', path, { signal }, null);
  if (!response.ok) throw await problemOf(response);
  return contentOf(response);
}

/** What these tokens let one see of oneself, before any session is begun with them. */
export async function getWith<T>(accessToken: string, path: string): Promise<T> {
  const response = await exchange('GET', path, {}, accessToken);
  if (!response.ok) throw await problemOf(response);
  return contentOf(response);
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  let response = await attempt(method, path, options);
  if (response.status === 403) {
    const problem = await problemOf(response);
    if (!wantsStepUp(problem)) throw problem;
    await stepUp.ask();
    response = await attempt(method, path, options);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

function wantsStepUp(problem: ApiProblem): boolean {
  return problem.code === 'STEP_UP_REQUIRED' && stepUp.heard;
}

async function attempt(method: string, path: string, options: Options): Promise<Response> {
  const token = await session.token();
  const response = await exchange(method, path, options, token);
  return (await refusesToken(response)) ? exchange(method, path, options, await session.renew(token)) : response;
}

/** A wrong password is a 401 too, and must not be tried twice. */
async function refusesToken(response: Response): Promise<boolean> {
  return response.status === 401 && (await problemOf(response.clone())).code !== 'BAD_CREDENTIALS';
}

/** Nothing, for who expects nothing: 202 and 204 have no content. */
async function contentOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  return JSON.parse(text === '' ? 'null' : text);
}

async function exchange(method: string, path: string, options: Options, token: string | null): Promise<Response> {
  const headers = markUnattended(new Headers());
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
