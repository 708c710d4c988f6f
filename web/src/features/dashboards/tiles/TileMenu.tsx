import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconChartBar,
  IconCopy,
  IconDots,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconInfoCircle,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Query, QueryResult, Widget } from '#/api/types';
import { exportQuery, type TableFormat } from '#/features/dashboards/tiles/export-query';
import { pictureOf } from '#/features/dashboards/tiles/picture';
import type { ChartHandle } from '#/ui/chart/Chart';
import { saveFile } from '#/ui/save-file';
import { toCsv } from '#/ui/table/table-model';
import { toastDone, toastFailure } from '#/ui/toast';
import classes from './TileMenu.module.css';

export interface TileMenuProps {
  widget: Widget;
  chart: RefObject<ChartHandle | null>;
  asTable: boolean;
  result: QueryResult | undefined;
  /** The query under the filters that are set. */
  query: Query;
  subtitle: string;
  canExport: boolean;
  onToggleTable: () => void;
  onExplain: () => void;
  onFull?: () => void;
}

export function TileMenu(props: TileMenuProps) {
  const { widget, chart, asTable, result, query, subtitle, canExport, onToggleTable, onExplain, onFull } = props;
  const drawn = widget.type !== 'metric' && widget.type !== 'table';
  const onError = (error: unknown) => toastFailure(`“${widget.title}” was not downloaded`, error);
  const download = useMutation({
    mutationFn: async (format: TableFormat) => saveFile(await exportQuery(query, format), `${widget.title}.${format}`),
    onError,
  });
  const copy = async () => {
    if (result === undefined) return;
    await navigator.clipboard.writeText(toCsv(result.columns, result.rows)).then(() => toastDone('Copied'), onError);
  };
  const picture = useMutation({
    mutationFn: async () => {
      const canvas = chart.current?.toCanvas('transparent') ?? null;
      if (canvas !== null) saveFile(await pictureOf(canvas, widget.title, subtitle), `${widget.title}.png`);
    },
    onError,
  });

  return (
    <Menu width={232}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Menu of ${widget.title}`}
          loading={download.isPending}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {widget.type !== 'table' && (
          <Menu.Item
            leftSection={asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
            onClick={onToggleTable}
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </Menu.Item>
        )}
        {onFull !== undefined && (
          <Menu.Item leftSection={<IconArrowsMaximize size={16} />} onClick={onFull}>
            Full screen
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={onExplain} disabled={result === undefined}>
          How was this computed?
        </Menu.Item>
        {canExport && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconCopy size={16} />} disabled={result === undefined} onClick={copy}>
              Copy as CSV
            </Menu.Item>
            <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => download.mutate('csv')}>
              Download CSV
            </Menu.Item>
            <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => download.mutate('xlsx')}>
              Download Excel
            </Menu.Item>
            {drawn && (
              <Menu.Item leftSection={<IconPhoto size={16} />} disabled={asTable} onClick={() => picture.mutate()}>
                Download picture
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
