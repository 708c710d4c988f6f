import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { attention } from '#/api/attention';
import { session } from '#/api/browser-session';
import { meQuery } from '#/api/me';

const MINUTE_MILLIS = 60_000;

/**
 * Who works without asking the server for anything is at work all the same: their doing renews the token when it is due, and with it
 * the session. Who does nothing for longer than their idle timeout is asked after, so that the screen does not go on showing what the
 * session may not see any more.
 */
export function useActivity(): void {
  const signedIn = session.state === 'signed-in';
  const me = useQuery({ ...meQuery(), enabled: signedIn }).data;
  const idleMinutes = me && Math.min(me.idleTimeoutMinutes, me.maxIdleTimeoutMinutes ?? me.idleTimeoutMinutes);

  useEffect(() => attention.subscribe(stayInTouch), []);

  useEffect(() => {
    if (idleMinutes === undefined) return;
    const check = () => session.expiredForMillis > idleMinutes * MINUTE_MILLIS && stayInTouch();
    const timer = setInterval(check, MINUTE_MILLIS);
    return () => clearInterval(timer);
  }, [idleMinutes]);
}

function stayInTouch(): void {
  if (session.state !== 'signed-in') return;
  // A failure shows where data is next asked for; the end of the session shows by itself.
  session.token().catch(() => undefined);
}
