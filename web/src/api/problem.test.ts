import { describe, expect, it } from 'vitest';
import { ApiProblem, errorsByField, problemFrom, refusalOf, Unreachable } from '#/api/problem';

describe('a problem', () => {
  it('is read from what the server says', () => {
    const problem = problemFrom(
      422,
      '{"code":"INVALID_INPUT","detail":"No.","errors":[{"field":"name","message":"Too long."}]}',
      null,
    );

    expect(problem).toMatchObject({ status: 422, code: 'INVALID_INPUT', message: 'No.' });
    expect(problem.fieldErrors).toEqual([{ field: 'name', message: 'Too long.' }]);
  });

  it.each(['', '<html>Bad gateway</html>', '"text"', 'null'])('survives a body that is none of ours: %s', (body) => {
    expect(problemFrom(502, body, null)).toMatchObject({ code: 'HTTP_502', message: 'The server answered 502.' });
  });

  it('joins what is wrong with one field', () => {
    const problem = new ApiProblem(422, {
      errors: [
        { field: 'password', message: 'Too short.' },
        { field: 'email', message: 'No.' },
        { field: 'password', message: 'Too common.' },
      ],
    });

    expect(errorsByField(problem)).toEqual({ password: 'Too short. Too common.', email: 'No.' });
    expect(errorsByField(new Error('other'))).toEqual({});
  });
});

describe('a refusal', () => {
  it.each([
    [new ApiProblem(404, { detail: 'There is no dashboard 7.' }), 'missing', 'There is no dashboard 7.'],
    [new ApiProblem(402, { detail: 'Up to 10 MB.', limit: 'file_size' }), 'plan', 'Up to 10 MB.'],
    [new ApiProblem(500, { title: 'x' }), 'other', 'x'],
    [new Unreachable(), 'other', 'The server can’t be reached. Check the connection and try again.'],
    [new TypeError('undefined is not a function'), 'other', 'The page could not be shown. Reload it and try again.'],
  ])('%s is told as %s', (error, kind, detail) => {
    expect(refusalOf(error)).toMatchObject({ kind, detail });
  });

  it('names the permission that is missing and who can give it', () => {
    const refusal = refusalOf(
      new ApiProblem(403, { code: 'PERMISSION_DENIED', permission: 'manage_sources', traceId: 't1' }),
    );

    expect(refusal.detail).toContain('manage_sources');
    expect(refusal.detail).toContain('owner or administrator');
    expect(refusal.traceId).toBe('t1');
  });

  it('says how long to wait', () => {
    expect(refusalOf(problemFrom(429, '{}', '7')).detail).toBe('Try again in 7 s.');
  });
});
