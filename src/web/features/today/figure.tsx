import { useId, type ReactNode } from 'react';

type Props = {
  title: string;
  /** What the figure says, in one sentence. */
  summary: string;
  columns: readonly string[];
  /** The first of a row names it. */
  rows: readonly (readonly string[])[];
  /** Shows the table in place of the picture. */
  asTable: boolean;
  chart: ReactNode;
};

/** A picture, and its figures as a table, which is always there for those who do not see the picture. */
export function Figure({ title, summary, columns, rows, asTable, chart }: Props) {
  const id = useId();
  const [first, ...others] = columns;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div>
        <h3 id={id} className="font-name">
          {title}
        </h3>
        <p className="text-meta text-muted">{summary}</p>
      </div>
      {!asTable && <div aria-hidden>{chart}</div>}
      <div className={asTable ? '' : 'sr-only'}>
        <table aria-labelledby={id} className="w-full border-collapse text-left tabular">
          <thead>
            <tr className="border-b text-meta text-muted">
              <th scope="col" className="py-1 font-medium">
                {first}
              </th>
              {others.map((column) => (
                <th key={column} scope="col" className="py-1 pl-4 text-right font-medium">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name} className="border-b">
                <th scope="row" className="py-1 font-normal">
                  {name}
                </th>
                {values.map((value, index) => (
                  <td key={columns[index + 1]} className="py-1 pl-4 text-right">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
