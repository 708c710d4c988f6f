export type QueryParameters = Record<string, string | number | readonly string[] | undefined>;

export function apiUrl(path: string, parameters: QueryParameters = {}): string {
  const url = new URL(`/api/v1${path}`, window.location.origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
  }
  return url.href;
}
