import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import type { Dashboard } from '#/api/types';
import { dashboardQueries } from '#/features/dashboards/dashboard-queries';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { formatCount } from '#/ui/format/number';
import { RenameDialog } from '#/ui/RenameDialog';
import { toastDone } from '#/ui/toast';
import { useRename } from '#/ui/use-rename';
import classes from './tiles/TileMenu.module.css';

export function DashboardActions({ dashboard, onDeleted }: { dashboard: Dashboard; onDeleted: () => void }) {
  const { id, name, widgets, can } = dashboard;
  const queries = useQueryClient();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const rename = useRename({
    id,
    detail: dashboardQueries.detail(id).queryKey,
    list: dashboardQueries.list().queryKey,
    send: (next) => api.patch(`/dashboards/${id}`, { body: { name: next } }),
  });

  const deleted = async () => {
    onDeleted();
    toastDone(`“${name}” is deleted.`);
    await queries.invalidateQueries({ queryKey: dashboardQueries.list().queryKey });
  };

  return (
    <>
      <Menu width={180}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Dashboard menu">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown ?? ''}>
          {can.edit && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setOpen('rename')}>
              Rename
            </Menu.Item>
          )}
          {can.delete && (
            <Menu.Item leftSection={<IconTrash size={16} />} data-danger onClick={() => setOpen('delete')}>
              Delete
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' && (
        <RenameDialog title="Rename dashboard" name={name} onRename={rename} onClose={() => setOpen(null)} />
      )}
      {open === 'delete' && (
        <DeleteDialog
          title={`Delete “${name}”?`}
          send={() => api.delete(`/dashboards/${id}`)}
          onDeleted={deleted}
          onClose={() => setOpen(null)}
        >
          Its {formatCount(widgets.length)} tiles and filters go with it, for everybody. The data stays. This can’t be
          undone.
        </DeleteDialog>
      )}
    </>
  );
}
