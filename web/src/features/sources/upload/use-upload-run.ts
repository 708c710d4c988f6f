import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#/api/client';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';
import type { Job, UploadOptions } from '#/api/types';
import { uploadForm } from '#/api/upload';
import { followJob } from '#/features/sources/follow-job';
import { toastDone, toastFailure } from '#/ui/toast';

export type UploadState =
  | { step: 'choose' }
  | { step: 'settings'; file: File }
  | { step: 'sending'; file: File; sent: number; total: number }
  | { step: 'importing'; file: File; job: Job }
  | { step: 'failed'; file: File; error: unknown }
  | { step: 'done'; file: File; job: Job };

export interface UploadSettings {
  /** Absent when the content of an existing source is replaced. */
  name?: string;
  options: UploadOptions;
}

/** One upload, from the choice of a file to the end of its import. `path` is where the form goes. */
export function useUploadRun(path: string, first: File | undefined) {
  const queries = useQueryClient();
  const [state, setState] = useState<UploadState>(
    first === undefined ? { step: 'choose' } : { step: 'settings', file: first },
  );
  const running = useRef<AbortController | null>(null);
  const job = useRef<Job | null>(null);

  const left = useRef(false);

  // Whoever leaves while bytes are on their way takes them back; an import that has begun goes on, and its end is told.
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      if (job.current === null) running.current?.abort();
    };
  }, []);

  const start = async (file: File, { name, options }: UploadSettings) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    job.current = null;
    setState({ step: 'sending', file, sent: 0, total: file.size });
    try {
      const started = await uploadForm<Job>(path, formOf(file, name, options), {
        signal,
        onProgress: (sent, total) => setState({ step: 'sending', file, sent, total }),
      });
      const finished = await followJob(started, {
        signal,
        onProgress: (now) => {
          job.current = now;
          setState({ step: 'importing', file, job: now });
        },
      });
      setState({ step: 'done', file, job: finished });
      if (left.current) toastDone(`${file.name} is loaded.`);
      await queries.invalidateQueries();
    } catch (error) {
      // A refusal is news: one’s role may hold less than when the page was loaded.
      if (error instanceof ApiProblem && error.status === 403) {
        void queries.invalidateQueries({ queryKey: meQuery().queryKey });
      }
      const cancelled = error instanceof DOMException && error.name === 'AbortError';
      if (left.current && !cancelled) toastFailure(`${file.name} was not loaded`, error);
      setState(cancelled ? { step: 'settings', file } : { step: 'failed', file, error });
    }
  };

  const cancel = async () => {
    const begun = job.current;
    if (begun === null) {
      running.current?.abort();
      return;
    }
    // The watch goes on until the server says how the job ended: it may have been done already.
    await api.post<Job>(`/jobs/${begun.id}/cancel`).catch(() => running.current?.abort());
  };

  return {
    state,
    start,
    cancel,
    choose: (file: File) => setState({ step: 'settings', file }),
    chooseAnother: () => setState({ step: 'choose' }),
  };
}

function formOf(file: File, name: string | undefined, options: UploadOptions): FormData {
  const form = new FormData();
  // Small parts first: a server that streams knows them before the file comes.
  if (name !== undefined) form.append('name', name);
  if (Object.keys(options).length > 0) form.append('options', JSON.stringify(options));
  form.append('file', file, file.name);
  return form;
}
