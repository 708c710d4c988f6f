import { session } from '#/api/browser-session';
import { ApiProblem, problemFrom, Unreachable } from '#/api/problem';
import { apiUrl } from '#/api/url';

interface UploadControls {
  signal: AbortSignal;
  onProgress: (sentBytes: number, totalBytes: number) => void;
}

/** Sends a form with progress. Fetch can't tell how much of a body has left, hence XMLHttpRequest. */
export async function uploadForm<T>(path: string, form: FormData, controls: UploadControls): Promise<T> {
  const token = await session.token();
  try {
    return await attempt<T>(path, form, token, controls);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    return attempt<T>(path, form, await session.renew(token), controls);
  }
}

function attempt<T>(path: string, form: FormData, token: string, { signal, onProgress }: UploadControls): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();

    request.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(problemFrom(request.status, request.responseText, request.getResponseHeader('Retry-After')));
    };
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', abort);

    request.open('POST', apiUrl(path));
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    signal.addEventListener('abort', abort);
    if (signal.aborted) reject(new DOMException('The upload was cancelled.', 'AbortError'));
    else request.send(form);
  });
}
