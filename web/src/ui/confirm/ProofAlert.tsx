import { proofErrors } from '#/ui/confirm/proof';
import { FormAlert } from '#/ui/FormAlert';

/** Why a form with a password was refused, unless the field that is wrong says so itself. */
export function ProofAlert({ error, shown = [] }: { error: unknown; shown?: readonly string[] }) {
  const fields = Object.keys(proofErrors(error));
  const all = ['password', 'code', ...shown];
  return error === null || (fields.length > 0 && fields.every((field) => all.includes(field))) ? null : (
    <FormAlert error={error} shown={all} />
  );
}
