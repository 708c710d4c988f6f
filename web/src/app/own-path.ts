/**
 * Where a log-in leads on to: a path of ours, or the start. Browsers read “//elsewhere”, “/\elsewhere” and, since they drop tabs and line
 * breaks, “/<tab>/elsewhere” as another origin (WHATWG URL, “special” schemes); so it is read as they read it before it is judged.
 */
export function ownPath(next: string | null, origin = window.location.origin): string {
  if (next === null || !next.startsWith('/') || !URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  // “/.//elsewhere” is ours until its dot is gone.
  const ours = url.origin === origin && !url.pathname.startsWith('//');
  return ours ? url.pathname + url.search + url.hash : '/';
}
