import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';

type Props = Omit<PasswordInputProps, 'visible' | 'onVisibilityChange' | 'autoComplete'> & {
  autoComplete: 'current-password' | 'new-password';
};

/** A password that one may look at while typing, with the keyboard too. */
export function PasswordField(props: Props) {
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      required
      withAsterisk={false}
      spellCheck={false}
      autoCapitalize="off"
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
    />
  );
}
