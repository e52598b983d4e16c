import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The name by which the server sorts this column. */
  readonly sortBy?: string;
}

interface Sorting {
  /** The column's sort name, with a minus in front when it runs downwards. */
  readonly current: string;
  readonly onSort: (sort: string) => void;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
}

/** A table with caption and column headers; on a phone each row becomes a card. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting }: Props<Row>) {
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <table className="data">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column.key} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row">{first.cell(row)}</th>
            {others.map((column) => (
              <td key={column.key} data-label={column.header}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Header<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { header, sortBy } = column;
  if (sortBy === undefined || sorting === undefined) return <th scope="col">{header}</th>;
  const up = sorting.current === sortBy;
  const down = sorting.current === `-${sortBy}`;
  return (
    <th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" onClick={() => sorting.onSort(up ? `-${sortBy}` : sortBy)}>
        {header}
        <span aria-hidden="true" className="sort-mark">
          {up ? '↑' : down ? '↓' : '↕'}
        </span>
      </button>
    </th>
  );
}
