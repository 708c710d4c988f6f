import { api } from '#/api/client';
import { ApiProblem, Unreachable } from '#/api/problem';
import type { Job } from '#/api/types';

interface Options {
  signal?: AbortSignal;
  onProgress?: (job: Job) => void;
  /** Between two looks; the first ones follow faster, since most files take under a second. */
  pauseMillis?: (look: number) => number;
}

const pauses = (look: number) => Math.min(1000, 150 * (look + 1));

/** Waits until a job has ended well. Throws what it failed of, in the form of a refusal, or AbortError when it was cancelled. */
export async function followJob(
  started: Job,
  { signal, onProgress, pauseMillis = pauses }: Options = {},
): Promise<Job> {
  let job = started;
  for (let look = 0; ; look += 1) {
    onProgress?.(job);
    if (job.status === 'succeeded') return job;
    if (job.status === 'failed') throw failureOf(job);
    if (job.status === 'cancelled') throw new DOMException('The import was cancelled.', 'AbortError');
    await pause(pauseMillis(look), signal);
    job = await lookAt(job, signal);
  }
}

/** A moment without a connection does not end the watch: the job goes on without us. */
async function lookAt(job: Job, signal: AbortSignal | undefined): Promise<Job> {
  try {
    return await api.get<Job>(`/jobs/${job.id}`, { signal });
  } catch (error) {
    if (error instanceof Unreachable) return job;
    throw error;
  }
}

function failureOf({ error }: Job): ApiProblem {
  return new ApiProblem(422, {
    title: 'The file could not be read',
    code: error?.code ?? 'JOB_FAILED',
    detail: error?.detail ?? 'The file could not be read. Try again.',
    ...(error?.errors === undefined ? {} : { errors: error.errors }),
  });
}

function pause(millis: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new DOMException('Nobody waits any more.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, millis);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
