import { IconDeviceDesktop, IconDeviceMobile, IconDeviceTablet, IconTerminal2 } from '@tabler/icons-react';
import type { Session } from '#/api/types';
import { deviceName, placeName } from '#/features/settings/security/session-words';
import { BusyButton } from '#/ui/BusyButton';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';
import classes from './SessionsSection.module.css';

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
  const Icon = ICONS[device.kind] ?? IconTerminal2;
  const name = deviceName(session);
  return (
    <li className={classes.session}>
      <Icon className={classes.icon} size={22} stroke={1.5} aria-hidden />
      <div className={classes.facts}>
        <p className={classes.device} title={userAgent}>
          {name}
          {current && <Tag tone="good">This session</Tag>}
        </p>
        <p className={classes.detail}>
          {ip !== undefined && <span>{placeName(ip)}</span>}
          <span>
            used <RelativeTime moment={lastUsedAt} />
          </span>
          <span>
            logged in <RelativeTime moment={createdAt} />
          </span>
        </p>
      </div>
      {!current && (
        <BusyButton variant="default" size="xs" busy={busy} onClick={onRevoke} aria-label={`Log out ${name}`}>
          Log out
        </BusyButton>
      )}
    </li>
  );
}
