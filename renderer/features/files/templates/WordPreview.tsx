/** What a Word paper says, on a drawn sheet. */
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';

type Block = OutputOf<'wordTemplates.preview'>['blocks'][number];
type Paragraph = NonNullable<Block['paragraph']>;

export function WordPreview({ blocks }: { blocks: readonly Block[] }) {
  const t = useText();
  if (blocks.length === 0) return null;
  return (
    <figure className="so-paper so-templates__preview">
      <figcaption>
        <div className="so-strong">{t('wordTemplates.preview')}</div>
        <div className="so-caption">{t('wordTemplates.previewHint')}</div>
      </figcaption>
      <div className="so-paper__sheet">
        <div className="so-templates__sheet">
          {blocks.map((block, i) =>
            block.paragraph ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place on the sheet is what a block is known by
              <Words key={i} paragraph={block.paragraph} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place on the sheet is what a block is known by
              <Table key={i} table={block.table} />
            ),
          )}
        </div>
      </div>
    </figure>
  );
}

function Table({ table }: { table: Block['table'] }) {
  if (!table) return null;
  return (
    <table className={table.ruled ? 'so-templates__ruled' : undefined}>
      <tbody>
        {table.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          <tr key={i}>
            {row.map((cell, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
              <td key={j}>
                {cell.map((paragraph, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
                  <Words key={k} paragraph={paragraph} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ paragraph }: { paragraph: Paragraph }) {
  const { align, runs } = paragraph;
  return (
    <p className={`so-templates__${align}`}>
      {runs.map((run, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the line is what a run is known by
          key={i}
          className={
            [run.bold && 'so-templates__bold', run.italic && 'so-templates__italic']
              .filter(Boolean)
              .join(' ') || undefined
          }
        >
          {run.text}
        </span>
      ))}
    </p>
  );
}
