import { NotConfirmed } from '#/api/step-up';
import type { FieldError } from '#/api/types';

/** What a server's refusal says (RFC 9457), as far as clariBI uses it. */
export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldError[];
  limit?: string;
  feature?: string;
  /** The cheapest plan that has what is lacking. */
  plan?: string;
  permission?: string;
}

/** The server answered, and the answer was no. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  readonly status: number;
  readonly body: ProblemBody;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): string {
    return this.body.code ?? `HTTP_${this.status}`;
  }

  get fieldErrors(): FieldError[] {
    return this.body.errors ?? [];
  }
}

/** No answer came: offline, or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(cause?: unknown) {
    super('The server can’t be reached. Check the connection and try again.', { cause });
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  return problemFrom(response.status, await response.text(), response.headers.get('Retry-After'));
}

export function problemFrom(status: number, text: string, retryAfter: string | null): ApiProblem {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return new ApiProblem(status, parsed(text), Number.isFinite(seconds) ? seconds : undefined);
}

/** A proxy in between may answer HTML: its text is nothing for a person to read. */
function parsed(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** Field errors by field, for a form; several about one field are joined. */
export function errorsByField(error: unknown): Record<string, string> {
  const byField: Record<string, string> = {};
  if (error instanceof ApiProblem) {
    for (const { field, message } of error.fieldErrors) {
      byField[field] = byField[field] ? `${byField[field]} ${message}` : message;
    }
  }
  return byField;
}

export type Refusal = {
  kind: 'permission' | 'plan' | 'missing' | 'other';
  title: string;
  detail: string;
  traceId?: string;
};

/** An error in the words of the page that shows it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiProblem) {
    const detail = error.message;
    const trace = error.body.traceId === undefined ? {} : { traceId: error.body.traceId };
    if (error.status === 404) return { kind: 'missing', title: 'Not found', detail, ...trace };
    if (error.status === 403) return { kind: 'permission', title: 'Not allowed', detail: allowedBy(error), ...trace };
    if (error.status === 402) return { kind: 'plan', title: 'Beyond the plan', detail, ...trace };
    if (error.status === 429) return { kind: 'other', title: 'Too many requests', detail: waitFor(error), ...trace };
    if (error.status >= 500) return { kind: 'other', title: 'The server could not do this', detail, ...trace };
    return { kind: 'other', title: error.body.title ?? 'This could not be done', detail, ...trace };
  }
  if (error instanceof Unreachable) return { kind: 'other', title: 'No connection', detail: error.message };
  if (error instanceof NotConfirmed) return { kind: 'other', title: 'Not confirmed', detail: error.message };
  return {
    kind: 'other',
    title: 'Something went wrong',
    detail: 'The page could not be shown. Reload it and try again.',
  };
}

function allowedBy(problem: ApiProblem): string {
  const permission = problem.body.permission;
  return permission === undefined
    ? problem.message
    : `This takes the permission “${permission}”. An owner or administrator of the organization can give it.`;
}

function waitFor(problem: ApiProblem): string {
  const seconds = problem.retryAfterSeconds;
  if (seconds === undefined) return problem.message;
  return seconds < 90 ? `Try again in ${seconds} s.` : `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}
