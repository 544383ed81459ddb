import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, under one another. */
  numeric?: boolean;
  /** Heads the row, and the card on a phone. One a table. */
  heading?: boolean;
  /** The title is for ears only (a column of buttons). */
  titleHidden?: boolean;
}

export interface TableProps<Row> {
  /** What the table holds, in one line. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Its few columns are so short that it stays a table on a phone too. */
  short?: boolean;
}

/** A semantic table; on a phone each row becomes a card with the column's title before each value. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, short }: TableProps<Row>) {
  // The explicit roles keep it a table for screen readers where CSS turns rows into cards.
  return (
    <table className="ui-table" role="table" data-keep={short || undefined}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" data-numeric={column.numeric || undefined}>
              {column.titleHidden ? <span className="visually-hidden">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) =>
              column.heading ? (
                <th key={column.id} role="rowheader" scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} role="cell" data-title={column.titleHidden ? undefined : column.title} data-numeric={column.numeric || undefined}>
                  <div>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
