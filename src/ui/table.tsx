// Figures side by side; on a phone every row becomes a card that names its own cells.
import type { ComponentChildren } from 'preact';

type TableProps = {
  caption: ComponentChildren;
  /** The first column heads its row. */
  columns: readonly { key: string; label: string; numeric?: boolean | undefined }[];
  rows: readonly { key: string; cells: Record<string, ComponentChildren> }[];
};

/** Roles are written out, because a table drawn as blocks is no table to some screen readers. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <table class="ui-table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((c) => (
            <th key={c.key} role="columnheader" scope="col" class={c.numeric ? 'ui-numeric' : undefined}>
              {c.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row">
            {columns.map((c, i) =>
              i === 0 ? (
                <th key={c.key} role="rowheader" scope="row">
                  {row.cells[c.key]}
                </th>
              ) : (
                <td key={c.key} role="cell" data-label={c.label} class={c.numeric ? 'ui-numeric' : undefined}>
                  {row.cells[c.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
