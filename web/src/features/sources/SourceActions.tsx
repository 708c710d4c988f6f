import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import type { DataSource } from '#/api/types';
import { rowsOf } from '#/features/sources/source-facts';
import { sourceQueries } from '#/features/sources/source-queries';
import { useUpload } from '#/features/sources/upload-context';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { formatCount } from '#/ui/format/number';
import { RenameDialog } from '#/ui/RenameDialog';
import { toastDone } from '#/ui/toast';
import { useRename } from '#/ui/use-rename';
import classes from './SourceActions.module.css';

export function SourceActions({ source, onDeleted }: { source: DataSource; onDeleted: () => void }) {
  const { id, name, can } = source;
  const upload = useUpload();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const rename = useRename({
    id,
    detail: sourceQueries.detail(id).queryKey,
    list: sourceQueries.list().queryKey,
    send: (next) => api.patch(`/data-sources/${id}`, { body: { name: next } }),
  });

  const deleted = async () => {
    onDeleted();
    toastDone(`“${name}” is deleted.`);
    // Dashboards built from it may have gone with it; of itself there is nothing left to ask.
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== id });
  };

  if (!can.edit && !can.delete) return null;
  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Data source menu">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown ?? ''}>
          {can.edit && (
            <>
              <Menu.Item
                leftSection={<IconRefresh size={16} />}
                onClick={() => upload.open({ replaces: { id, name } })}
              >
                Replace file
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setOpen('rename')}>
                Rename
              </Menu.Item>
            </>
          )}
          {can.delete && (
            <Menu.Item leftSection={<IconTrash size={16} />} data-danger onClick={() => setOpen('delete')}>
              Delete
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' && (
        <RenameDialog title="Rename data source" name={name} onRename={rename} onClose={() => setOpen(null)} />
      )}
      {open === 'delete' && (
        <DeleteDialog
          title={`Delete “${name}”?`}
          send={() => api.delete(`/data-sources/${id}`)}
          onDeleted={deleted}
          onClose={() => setOpen(null)}
        >
          {goesWithIt(source)} This can’t be undone.
        </DeleteDialog>
      )}
    </>
  );
}

function goesWithIt(source: DataSource): string {
  const tables = source.tables.length === 1 ? 'its table' : `its ${formatCount(source.tables.length)} tables`;
  const data = `The file ${source.fileName} goes with it, and ${tables} of ${formatCount(rowsOf(source))} rows.`;
  return source.dashboardId === undefined ? data : `${data} The dashboard made from it goes too.`;
}
