import { TextInput, type TextInputProps } from '@mantine/core';
import type { ChangeEvent } from 'react';
import classes from './CodeField.module.css';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (code: string) => void;
  /** The last digit has been typed, pasted or filled in. */
  onComplete?: (code: string) => void;
};

const LENGTH = 6;

/** A code of six digits, from an app or a mail. Spaces that came with a paste are left out. */
export function CodeField({ value, onChange, onComplete, ...others }: Props) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const code = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, LENGTH);
    onChange(code);
    if (code.length === LENGTH && code !== value) onComplete?.(code);
  };
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9]{6}"
      spellCheck={false}
      required
      withAsterisk={false}
      classNames={{ input: classes.input ?? '' }}
      {...others}
      value={value}
      onChange={take}
    />
  );
}
