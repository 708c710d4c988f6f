import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { session } from '#/api/browser-session';

/** Answers at the network's edge; a request that no test announced fails it. */
export const server = setupServer();

/** For each file of tests; it stands at the edge from before its first one to after its last. */
export function serve(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => session.begin({ accessToken: 'a-token', expiresIn: 300 }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
}

const url = (path: string) => `http://localhost/api/v1${path}`;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export function answers(method: Method, path: string, body: object | null, status = 200): void {
  server.use(
    http[method](url(path), () =>
      body === null ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status }),
    ),
  );
}

export function refuses(path: string, status: number, problem: object, method: Method = 'get'): void {
  server.use(
    http[method](url(path), () =>
      HttpResponse.json(
        { status, title: 'Refused', ...problem },
        { status, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    ),
  );
}

export function neverAnswers(path: string): void {
  server.use(
    http.get(url(path), async () => {
      await delay('infinite');
      return HttpResponse.json({});
    }),
  );
}

/** Collects what was sent, for a look after the act. */
export function records(method: Method, path: string, body: object, status = 200): Request[] {
  const requests: Request[] = [];
  server.use(
    http[method](url(path), ({ request }) => {
      requests.push(request.clone());
      return HttpResponse.json(body, { status });
    }),
  );
  return requests;
}
