import { TextInput } from '@mantine/core';
import { type Proof, proofErrors, wantsCode } from '#/ui/confirm/proof';
import { PasswordField } from '#/ui/password/PasswordField';

interface Props {
  value: Proof;
  onChange: (proof: Proof) => void;
  /** The account has a second factor. */
  withCode: boolean;
  error: unknown;
  passwordLabel?: string;
  autoFocus?: boolean;
}

/** Password, and a code where the account has a second factor. */
export function ProofFields({
  value,
  onChange,
  withCode,
  error,
  passwordLabel = 'Password',
  autoFocus = false,
}: Props) {
  const errors = proofErrors(error);
  return (
    <>
      <PasswordField
        label={passwordLabel}
        name="current-password"
        autoComplete="current-password"
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        value={value.password}
        error={errors.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      {(withCode || wantsCode(error)) && (
        <TextInput
          label="Code"
          description="From your authenticator app, or a backup code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          required
          withAsterisk={false}
          value={value.code}
          error={errors.code}
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
        />
      )}
    </>
  );
}
