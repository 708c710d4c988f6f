import { markUnattended } from '#/api/attention';
import { problemOf, Unreachable } from '#/api/problem';
import { Session, type SessionMessage, type SessionPorts } from '#/api/session';
import type { Tokens } from '#/api/types';
import { apiUrl } from '#/api/url';

const NAME = 'claribi-session';

function browserPorts(): SessionPorts {
  const channel = new BroadcastChannel(NAME);
  return {
    refresh,
    logOut,
    // Without a secure context there are no locks; the server's grace for equal refresh tokens then has to do.
    exclusively: async (work) => (navigator.locks ? navigator.locks.request(NAME, work) : work()),
    publish: (message) => channel.postMessage(message),
    receive: (listener) => {
      channel.onmessage = (event: MessageEvent<SessionMessage>) => listener(event.data);
    },
    now: () => Date.now(),
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  };
}

async function refresh(): Promise<Tokens | null> {
  const response = await post('/auth/refresh');
  if (response.status === 401) return null;
  if (response.status >= 502) throw new Unreachable();
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function logOut(): Promise<void> {
  const response = await post('/auth/logout');
  if (!response.ok && response.status !== 401) throw await problemOf(response);
}

async function post(path: string): Promise<Response> {
  try {
    return await fetch(apiUrl(path), {
      method: 'POST',
      headers: markUnattended(new Headers()),
      credentials: 'same-origin',
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

export const session = new Session(browserPorts());
