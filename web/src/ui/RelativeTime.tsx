import { formatMoment, formatRelative } from '#/ui/format/date';

/** Relative in text, absolute on hover and for assistive technology. */
export function RelativeTime({ moment }: { moment: string }) {
  return (
    <time dateTime={moment} title={formatMoment(moment)}>
      {formatRelative(moment)}
    </time>
  );
}
