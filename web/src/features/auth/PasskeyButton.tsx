import { IconFingerprint } from '@tabler/icons-react';
import { BusyButton } from '#/ui/BusyButton';

interface Props {
  busy: boolean;
  onClick: () => void;
}

export function PasskeyButton({ busy, onClick }: Props) {
  return (
    <BusyButton
      type="button"
      variant="default"
      fullWidth
      busy={busy}
      leftSection={<IconFingerprint size={18} stroke={1.5} aria-hidden />}
      onClick={onClick}
    >
      Use a passkey
    </BusyButton>
  );
}
