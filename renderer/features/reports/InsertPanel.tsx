/** What can be put into a report: sentences as they would read, a paragraph, a heading, the table of figures. */
import { Input, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { ANNEX_LINES } from '../../../shared/domain/reportOutlines';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, LoadingBars, SearchField, SidePanel } from '../../ui';
import type { Report } from './ReportPage';

type Sentence = OutputOf<'reports.sentences'>['rows'][number];
const WHATS = ['sentence', 'text', 'heading', 'table'] as const;
type What = (typeof WHATS)[number];

interface PanelProps {
  report: Report;
  afterId: number | null;
  /** What was put in is what the next goes under. */
  onAfter(id: number): void;
  onClose(): void;
}

export function InsertPanel({ report, afterId, onAfter, onClose }: PanelProps) {
  const t = useText();
  const [what, setWhat] = useState<What>('sentence');
  const add = useCommandOp('reports.addPart', { done: () => t('reports.partAdded') });
  const put = async (part: Omit<InputOf<'reports.addPart'>, 'reportId' | 'afterId'>) => {
    const made = await add.run({ reportId: report.id, afterId, ...part }).catch(() => null);
    if (made) onAfter(made.id);
  };
  return (
    <SidePanel width="wide" title={t('reports.insert.title')} onClose={onClose}>
      <div className="so-stack">
        <Segmented<What>
          block
          size="small"
          aria-label={t('reports.insert.what')}
          value={what}
          onChange={setWhat}
          options={WHATS.map((value) => ({ value, label: t(`reports.insert.${value}`) }))}
        />
        {what === 'sentence' && (
          <Sentences id={report.id} onPut={({ template, name }) => put({ template, name, sentence: true })} />
        )}
        {(what === 'text' || what === 'heading') && (
          <Typed
            key={what}
            heading={what === 'heading'}
            onPut={(template, level) =>
              put(what === 'heading' ? { kind: 'heading', level, template } : { template })
            }
          />
        )}
        {what === 'table' && (
          <>
            <p className="so-caption">{t('reports.insert.tableHint')}</p>
            <ActionButton
              primary
              action={{
                key: 'put',
                label: t('reports.insert.put'),
                icon: Plus,
                onClick: () => void put({ kind: 'table', template: ANNEX_LINES }),
              }}
            />
          </>
        )}
      </div>
    </SidePanel>
  );
}

function Sentences({ id, onPut }: { id: number; onPut(row: Sentence): void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const [figures, setFigures] = useState(false);
  const query = useQueryOp('reports.sentences', { id, search, figures }, { keep: true });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows ?? [];
  const areas = [...new Set(rows.map((row) => row.area))];
  return (
    <>
      <SearchField value={typed} onChange={setTyped} placeholder={t('reports.insert.search')} width={330} />
      {!query.data && <LoadingBars kind="lines" />}
      {query.data && rows.length === 0 && <p className="so-caption">{t('reports.insert.none')}</p>}
      {areas.map((area) => (
        <section key={area} aria-label={t(`reports.insert.area.${area}`)}>
          <h3 className="so-caption">{t(`reports.insert.area.${area}`)}</h3>
          <ul className="so-reports-sentences">
            {rows
              .filter((row) => row.area === area)
              .map((row) => (
                <li key={row.key}>
                  <button type="button" onClick={() => onPut(row)} data-known={row.known} lang="vi">
                    {row.preview}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {query.data && !figures && search === '' && (
        <ActionButton
          size="small"
          action={{
            key: 'figures',
            label: t('reports.insert.allFigures'),
            icon: Plus,
            onClick: () => setFigures(true),
          }}
        />
      )}
    </>
  );
}

const LEVELS = [1, 2, 3, 4] as const;

function Typed({ heading, onPut }: { heading: boolean; onPut(text: string, level: number): void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [level, setLevel] = useState(2);
  return (
    <>
      {heading && (
        <Segmented<number>
          block
          size="small"
          aria-label={t('reports.field.level')}
          value={level}
          onChange={setLevel}
          options={LEVELS.map((value) => ({ value, label: t(`reports.part.level.l${value}`) }))}
        />
      )}
      <Input.TextArea
        lang="vi"
        autoFocus
        aria-label={t(heading ? 'reports.part.heading' : 'reports.part.text')}
        rows={heading ? 2 : 6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ActionButton
        primary
        action={{
          key: 'put',
          label: t('reports.insert.put'),
          icon: Plus,
          disabled: text.trim() === '',
          onClick: () => {
            onPut(text, level);
            setText('');
          },
        }}
      />
    </>
  );
}
