/** Head of a chart with "Xem bảng": the same figures as a table, for reading by ear or copying. */
import { type ReactNode, useState } from 'react';
import { useText } from '../../client/i18n';

export interface ChartFrameProps {
  title: string;
  /** Beside the title at the right: a total. */
  note?: ReactNode;
  /** Heads of the table. */
  head: readonly string[];
  /** Cells of the table; the first names the row. */
  table: readonly (readonly ReactNode[])[];
  children: ReactNode;
  empty?: ReactNode;
}

export function ChartFrame({ title, note, head, table, children, empty }: ChartFrameProps) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="so-card so-chart">
      <div className="so-card__head">
        <h2>{title}</h2>
        {note && <span className="so-caption">{note}</span>}
        {table.length > 0 && (
          <button
            type="button"
            className="so-linklike"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('ui.chart.asChart') : t('ui.chart.asTable')}
          </button>
        )}
      </div>
      {table.length === 0 ? (
        <p className="so-caption">{empty}</p>
      ) : asTable ? (
        <ChartTable title={title} head={head} table={table} />
      ) : (
        children
      )}
    </section>
  );
}

function ChartTable({
  title,
  head,
  table,
}: {
  title: string;
  head: readonly string[];
  table: ChartFrameProps['table'];
}) {
  return (
    <div className="so-plain so-chart__table" role="region" aria-label={title}>
      <table>
        <caption className="so-sr">{title}</caption>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={cell} scope="col" className={at > 0 ? 'so-number' : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart keep their places
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
                  <td key={column} className="so-number">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A legend of at most two entries. */
export function Legend({ items }: { items: readonly { tone: 1 | 2 | 3; label: string }[] }) {
  return (
    <div className="so-legend">
      {items.map((item) => (
        <span key={item.label}>
          <span className={`so-legend__dot so-fill-${item.tone}`} aria-hidden />
          {item.label}
        </span>
      ))}
    </div>
  );
}
