import type { TableStatistics } from '#/api/types';
import { RejectsTable } from '#/features/sources/RejectsTable';
import { formatCount } from '#/ui/format/number';
import classes from './SourceView.module.css';

export function RejectsPanel({ table: { rejects, rejectedCells } }: { table: TableStatistics }) {
  return (
    <>
      <p className={classes.note}>
        These cells did not fit the type of their column and were left empty. Mend them in the file and replace it.
        {rejects.length < rejectedCells &&
          ` The first ${formatCount(rejects.length)} of ${formatCount(rejectedCells)} are listed.`}
      </p>
      <RejectsTable rejects={rejects} />
    </>
  );
}
