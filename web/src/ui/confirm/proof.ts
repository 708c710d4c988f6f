import { ApiProblem, errorsByField } from '#/api/problem';
import type { Confirmation } from '#/api/types';

/** What a person types to show that it is them. */
export interface Proof {
  password: string;
  code: string;
}

export const NO_PROOF: Proof = { password: '', code: '' };

/** The code is sent by who has typed one. */
export function confirmationOf({ password, code }: Proof): Confirmation {
  return code.trim() === '' ? { password } : { password, code: code.trim() };
}

export function wantsCode(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'MFA_CODE_REQUIRED' || error.code === 'MFA_CODE_INVALID');
}

/** The errors of a form by its fields, those of password and code among them, which come without a field's name. */
export function proofErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  switch (error.code) {
    case 'BAD_CREDENTIALS':
      return { password: 'That is not your password.' };
    case 'MFA_CODE_REQUIRED':
      return { code: 'Enter a code too.' };
    case 'MFA_CODE_INVALID':
      return { code: 'That code is not right, or was used before.' };
    default:
      return errorsByField(error);
  }
}
