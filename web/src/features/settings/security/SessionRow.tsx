import { IconDeviceDesktop, IconDeviceMobile, IconDeviceTablet, IconTerminal2 } from '@tabler/icons-react';
import type { Session } from '#/api/types';
import { deviceName } from '#/features/settings/security/session-words';
import { BusyButton } from '#/ui/BusyButton';
import { placeName } from '#/ui/format/place';
import { Item } from '#/ui/ItemList';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';

const ICONS: Record<string, typeof IconDeviceDesktop> = {
  desktop: IconDeviceDesktop,
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
};

interface Props {
  session: Session;
  busy: boolean;
  onRevoke: () => void;
}

export function SessionRow({ session, busy, onRevoke }: Props) {
  const { device, current, ip, userAgent, createdAt, lastUsedAt } = session;
  const name = deviceName(session);
  return (
    <Item
      icon={ICONS[device.kind] ?? IconTerminal2}
      name={
        <>
          {name}
          {current && <Tag tone="good">This session</Tag>}
        </>
      }
      {...(userAgent === undefined ? {} : { hint: userAgent })}
      details={
        <>
          {ip !== undefined && <span>{placeName(ip)}</span>}
          <span>
            used <RelativeTime moment={lastUsedAt} />
          </span>
          <span>
            logged in <RelativeTime moment={createdAt} />
          </span>
        </>
      }
      action={
        !current && (
          <BusyButton variant="default" size="xs" busy={busy} onClick={onRevoke} aria-label={`Log out ${name}`}>
            Log out
          </BusyButton>
        )
      }
    />
  );
}
