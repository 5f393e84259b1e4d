// Figures side by side; on a phone every row becomes a card that names its own cells.
import type { ComponentChildren } from 'preact';

type TableProps = {
  caption: ComponentChildren;
  /** Where a heading directly above says the same: the caption is read aloud only. */
  captionHidden?: boolean | undefined;
  /** The first column heads its row. */
  columns: readonly { key: string; label: string; numeric?: boolean | undefined }[];
  rows: readonly { key: string; cells: Record<string, ComponentChildren> }[];
};

/** Roles are written out, because a table drawn as blocks, as on a phone, is no table to some screen readers. */
export function Table({ caption, captionHidden, columns, rows }: TableProps) {
  return (
    <table class="ui-table" {...as('table')}>
      <caption class={captionHidden ? 'ui-unseen' : undefined}>{caption}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          {columns.map((c) => (
            <th key={c.key} {...as('columnheader')} scope="col" class={c.numeric ? 'ui-numeric' : undefined}>
              {c.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {rows.map((row) => (
          <tr key={row.key} {...as('row')}>
            {columns.map((c, i) =>
              i === 0 ? (
                <th key={c.key} {...as('rowheader')} scope="row">
                  {row.cells[c.key]}
                </th>
              ) : (
                <td key={c.key} {...as('cell')} data-label={c.label} class={c.numeric ? 'ui-numeric' : undefined}>
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

function as(role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') {
  return { role };
}
