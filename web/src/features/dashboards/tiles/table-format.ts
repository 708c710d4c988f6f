import type { Cell, Column, QueryResult, Widget } from '#/api/types';
import { numberStyle } from '#/features/dashboards/charts/chart-context';
import { capitalized, measureLabel, rolesOf, words } from '#/features/dashboards/charts/roles';
import { cellFormatter, isNumeric } from '#/ui/format/cell';
import { formatPeriod } from '#/ui/format/date';
import { columnFormat } from '#/ui/format/number';

/** In the table behind a chart, periods and figures are written as on the chart. */
export function tableFormat(
  widget: Widget,
  result: QueryResult,
): (column: Column) => ((cell: Cell) => string) | undefined {
  const roles = rolesOf(widget.query, result);
  const style = numberStyle(widget);
  return (column) => {
    const grain = roles.dimensions.find((role) => role.column === column)?.dimension.grain;
    if (grain !== undefined) return (cell) => formatPeriod(String(cell), grain);
    const measured = roles.measures.find((role) => role.column === column);
    if (measured === undefined || !isNumeric(column) || style.format === undefined) return undefined;
    const values = result.rows.map((row) => row[measured.at]).filter((cell) => typeof cell === 'number');
    const write = columnFormat(values, style);
    return (cell) => (typeof cell === 'number' ? write(cell) : cellFormatter(column, [])(cell));
  };
}

/** What stands above a column of the table behind a chart; columns of plain rows keep their names. */
export function tableHeadings(widget: Widget, result: QueryResult): (column: Column) => string {
  const { dimensions, measures } = rolesOf(widget.query, result);
  return (column) => {
    const measured = measures.find((role) => role.column === column);
    if (measured !== undefined) return measureLabel(measured, widget.options.unit);
    const grouped = measures.length > 0 && dimensions.some((role) => role.column === column);
    return grouped ? capitalized(words(column.name, widget.options.unit)) : column.name;
  };
}
