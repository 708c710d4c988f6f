import { useDebouncedValue, useId } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { passwordCheck } from '#/api/password-check';
import { PasswordField } from '#/ui/password/PasswordField';
import { StrengthMeter } from '#/ui/password/StrengthMeter';

interface Props {
  label?: string;
  value: string;
  onChange: (password: string) => void;
  /** What the password must not hold. */
  about?: { email?: string; organizationName?: string };
  error?: ReactNode;
  autoFocus?: boolean;
}

const PAUSE_MILLIS = 250;

/** A new password, with what the server thinks of it while it is typed. */
export function NewPasswordField({ label = 'Password', value, onChange, about = {}, error, autoFocus }: Props) {
  const id = useId();
  const [paused] = useDebouncedValue(value, PAUSE_MILLIS);
  const check = useQuery({
    ...passwordCheck({ password: paused, ...about }),
    placeholderData: keepPreviousData,
  });

  return (
    <div>
      <PasswordField
        id={id}
        label={label}
        description="At least 8 characters. A few words that belong only to you are easy to keep and hard to guess."
        name="new-password"
        autoComplete="new-password"
        autoFocus={autoFocus ?? false}
        minLength={8}
        maxLength={128}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {value !== '' && check.data !== undefined && <StrengthMeter check={check.data} />}
    </div>
  );
}
