import type { QueryResult, Widget } from '#/api/types';
import { isAdditive, isTime, rolesOf } from '#/features/dashboards/charts/roles';
import { lastIsIncomplete } from '#/features/dashboards/charts/time-option';
import { formatCount } from '#/ui/format/number';

const DEFAULT_TOP = 10;

/** What a reader must know to read the figures right. */
export function notesOf(widget: Widget, result: QueryResult, coveredUntil: string | undefined): string[] {
  const notes: string[] = [];
  const roles = rolesOf(widget.query, result);
  const [first] = roles.dimensions;
  const [measure] = roles.measures;
  const top = widget.options.topN ?? DEFAULT_TOP;

  if (
    widget.type === 'bar' &&
    first !== undefined &&
    measure !== undefined &&
    !isTime(first) &&
    roles.dimensions.length === 1
  ) {
    if (result.rows.length > top && !isAdditive(measure))
      notes.push(`Top ${top} of ${formatCount(result.rows.length)}`);
  }
  if (result.truncated) {
    notes.push(`Only the first ${formatCount(result.rows.length)} rows are shown; there are more`);
  }
  if (first !== undefined && isTime(first) && widget.type !== 'table') {
    const periods = result.rows.map((row) => Date.parse(String(row[first.at]))).sort((a, b) => a - b);
    if (lastIsIncomplete({ widget, coveredUntil }, first, periods)) {
      notes.push(`The last period is not complete${widget.type === 'line' ? ' (dashed)' : ''}`);
    }
  }
  return notes;
}
