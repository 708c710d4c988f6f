/** Only a path of ours: “//elsewhere” would lead out of the app. */
export function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
