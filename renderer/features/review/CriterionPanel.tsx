/** One criterion: the proposal and its reason, figures with their records, evidence, the officer's note. */
import { Info, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { figureText } from '../../../shared/domain/figures';
import { indicatorOf } from '../../../shared/domain/indicators';
import { announceFailure, useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, FigureLink, Note, SidePanel, useFormat } from '../../ui';
import { indicatorName, recordAddress } from '../dashboard/RecordsDrawer';
import { EvidenceList } from './EvidenceList';
import { NoteField } from './NoteField';
import type { Item, OpenFigure, Sheet } from './SheetPage';
import { TaskForm } from './work/TaskForm';

interface PanelProps {
  sheet: Sheet;
  item: Item;
  neighbours: { before: Item | null; after: Item | null };
  onSelect(code: string): void;
  onFigure: OpenFigure;
  onClose(): void;
}

export function CriterionPanel({ sheet, item, neighbours, onSelect, onFigure, onClose }: PanelProps) {
  const t = useText();
  const format = useFormat();
  const { before, after } = neighbours;
  return (
    <SidePanel
      width="wide"
      label={t('review.panel.label')}
      title={t.language === 'vi' ? item.title : (item.titleEn ?? item.title)}
      facts={t('review.panel.facts', { code: item.code, max: format.decimal(item.max, 2) })}
      onClose={onClose}
      footer={
        <>
          {before && (
            <ActionButton
              size="small"
              action={{
                key: 'before',
                label: before.code,
                keys: 'Alt ↑',
                onClick: () => onSelect(before.code),
              }}
            />
          )}
          {after && (
            <ActionButton
              size="small"
              action={{
                key: 'after',
                label: t('review.panel.nextState', {
                  code: after.code,
                  state: t(`review.state.${after.state}`),
                }),
                onClick: () => onSelect(after.code),
              }}
            />
          )}
          <span className="so-push so-caption">
            <kbd>Alt ↓</kbd> {t('review.panel.next')}
          </span>
        </>
      }
    >
      <div className="so-stack">
        <ProposalNote sheet={sheet} item={item} />
        <ScoresPart sheet={sheet} item={item} />
        <FiguresPart sheet={sheet} item={item} onFigure={onFigure} />
        <EvidenceList sheet={sheet} item={item} />
        <TaskPart sheet={sheet} item={item} />
        <NoteField sheet={sheet} item={item} />
      </div>
    </SidePanel>
  );
}

function ProposalNote({ sheet, item }: { sheet: Sheet; item: Item }) {
  const t = useText();
  const format = useFormat();
  const take = useCommandOp('review.setItem', {
    done: () => t('review.scored', { code: item.code, score: format.decimal(item.proposed ?? 0, 2) }),
  });
  const { proposed } = item;
  const reason = t.language === 'vi' ? item.reason : item.reasonEn;
  const canTake =
    proposed !== null && proposed !== item.score && sheet.closedAt === null && item.halves === null;
  return (
    <Note
      tone={proposed === null ? 'muc' : proposed >= item.max ? 'ok' : 'warn'}
      icon={proposed === null ? Info : Sparkles}
      title={
        proposed === null
          ? undefined
          : t('review.panel.proposal', {
              proposed: format.decimal(proposed, 2),
              max: format.decimal(item.max, 2),
            })
      }
    >
      {reason}
      {canTake && (
        <>
          <br />
          <button
            type="button"
            className="so-linklike"
            onClick={() =>
              void take
                .run({ reviewId: sheet.id, criterion: item.uid, version: item.version, score: proposed })
                .catch(announceFailure)
            }
          >
            {t('review.panel.take')}
          </button>
        </>
      )}
    </Note>
  );
}

function FiguresPart({ sheet, item, onFigure }: { sheet: Sheet; item: Item; onFigure: OpenFigure }) {
  const t = useText();
  const format = useFormat();
  return (
    <section>
      <div className="so-review-head">
        <h3>{t('review.panel.figures')}</h3>
        <span className="so-caption">{format.range(sheet.from, sheet.asOf)}</span>
      </div>
      {item.figures.length === 0 && <p className="so-caption">{t('review.panel.noFigures')}</p>}
      {item.figures.map((figure) => (
        <div key={figure.id} className="so-review-figure">
          <div className="so-review-line">
            <span>{indicatorName(figure.id, t.language)}</span>
            <FigureLink label={indicatorName(figure.id, t.language)} onOpen={() => onFigure(figure.id)}>
              {figureText(figure, t.language) ?? t('review.unknown')}
            </FigureLink>
          </div>
          {(figure.value ?? 0) > 0 && <FirstRecords sheet={sheet} figure={figure} onFigure={onFigure} />}
        </div>
      ))}
    </section>
  );
}

const FIRST = 4;

/** The first events or awards behind a figure; people are only listed in the drawer. */
function FirstRecords({
  sheet,
  figure,
  onFigure,
}: {
  sheet: Sheet;
  figure: Item['figures'][number];
  onFigure: OpenFigure;
}) {
  const t = useText();
  const format = useFormat();
  const { area, unit } = indicatorOf(figure.id);
  const listed = (area === 'events' && unit === 'event') || area === 'awards';
  const query = useQueryOp(
    'dashboard.records',
    { id: figure.id, from: sheet.from, to: sheet.to, limit: FIRST },
    { enabled: listed },
  );
  if (!listed || !query.data) return null;
  return (
    <ul className="so-review-records">
      {query.data.rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one decision may stand in several rows
        <li key={`${row.id}-${at}`}>
          <Link to={recordAddress(row.entity, row.id)}>{row.label}</Link>
          <span className="so-muted">{row.date ? format.date(row.date) : ''}</span>
        </li>
      ))}
      {query.data.total > FIRST && (
        <li>
          <button type="button" className="so-linklike" onClick={() => onFigure(figure.id)}>
            {t('review.panel.more', { count: query.data.total })}
          </button>
        </li>
      )}
    </ul>
  );
}

/** What bounds the score, what the halves gave, and what those who check gave. */
function ScoresPart({ sheet, item }: { sheet: Sheet; item: Item }) {
  const t = useText();
  const format = useFormat();
  const points = (value: number | null) => (value === null ? '–' : format.decimal(value, 2));
  const lines = [
    item.halves &&
      t('reviewWork.halves', { first: points(item.halves.first), second: points(item.halves.second) }),
    item.cap < item.max && t('reviewWork.capped', { cap: points(item.cap), max: points(item.max) }),
    item.due !== null &&
      sheet.closedAt === null &&
      t('reviewWork.dueBy', { date: format.date(item.due) ?? '' }),
    ...(['group', 'upper'] as const).map((column) => {
      const check = item.checks[column];
      if (!check) return false;
      const by = [check.by, check.on && format.date(check.on)].filter(Boolean).join(', ');
      return t('reviewWork.checkedBy', {
        who: t(`reviewWork.col.${column}`),
        score: points(check.score),
        by,
      });
    }),
  ].filter((line): line is string => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <ul className="so-review-records">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Whose task it is, until when. */
function TaskPart({ sheet, item }: { sheet: Sheet; item: Item }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { task } = item;
  const facts = [task?.name, task?.dueOn && format.date(task.dueOn)].filter(Boolean).join(' · ');
  return (
    <section>
      <div className="so-review-head">
        <h3>{t('reviewWork.task.title')}</h3>
        <span className="so-push" />
        {sheet.closedAt === null && !editing && (
          <button type="button" className="so-linklike" onClick={() => setEditing(true)}>
            {t(task ? 'reviewWork.task.change' : 'reviewWork.task.give')}
          </button>
        )}
      </div>
      {editing ? (
        <TaskForm sheet={sheet} items={[item]} onDone={() => setEditing(false)} />
      ) : (
        <p className="so-caption" lang={facts ? 'vi' : undefined}>
          {facts || t('reviewWork.task.none')}
        </p>
      )}
    </section>
  );
}
