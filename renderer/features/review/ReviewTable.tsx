/** The tree of groups and criteria as one real table. */
import { Check, ChevronDown, ChevronRight, Circle, TriangleAlert } from 'lucide-react';
import { Fragment, useRef, useState } from 'react';
import { useText } from '../../client';
import { FigureLink, Icon, useFormat } from '../../ui';
import type { FigureList } from '../dashboard/RecordsDrawer';
import { indicatorName } from '../dashboard/RecordsDrawer';
import { type SavedLines, ScoreInput, type ScoreOf, scoreIn } from './ScoreInput';
import type { Item, Sheet, Show } from './SheetPage';

interface TableProps {
  sheet: Sheet;
  show: Show;
  selected: Item | null;
  /** Columns of those who check. */
  checks: boolean;
  onSelect(code: string): void;
  onFigure(item: Item, id: FigureList['id']): void;
}
type Group = Sheet['groups'][number];
const CHECKS = ['group', 'upper'] as const;

export function ReviewTable(props: TableProps) {
  const { sheet, show } = props;
  const t = useText();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<Readonly<Record<string, string | null>>>({});
  const body = useRef<HTMLDivElement>(null);
  const lines = useRef<SavedLines>(new Map());
  const toggle = (code: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(code)) after.add(code);
      return after;
    });
  const move = (from: string, column: ScoreOf, by: 1 | -1) => {
    const cells = body.current?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`);
    const inputs = [...(cells ?? [])];
    const next = inputs[inputs.findIndex((input) => input.dataset.score === from) + by];
    next?.focus();
    next?.select();
  };
  const visible = (group: Group) => group.items.filter((item) => show === 'all' || item.state === show);
  const groups = sheet.groups.filter((group) => show === 'all' || visible(group).length > 0);
  return (
    <div className="so-review-scroll" ref={body}>
      <table className="so-review-table">
        <caption className="so-sr">{t('review.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review.col.criterion')}</th>
            <th scope="col" className="so-number">
              {t('review.col.figure')}
            </th>
            <th scope="col" className="so-number">
              {t('review.col.max')}
            </th>
            <th scope="col" className="so-number">
              {t('review.col.proposed')}
            </th>
            <th scope="col" className="so-number so-strong">
              {t('review.col.score')}
            </th>
            {props.checks &&
              CHECKS.map((column) => (
                <th key={column} scope="col" className="so-number">
                  {t(`reviewWork.col.${column}`)}
                </th>
              ))}
            <th scope="col">
              <span className="so-sr">{t('review.col.state')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.code}>
            <GroupRow
              group={group}
              checks={props.checks}
              open={!closed.has(group.code)}
              onToggle={() => toggle(group.code)}
            />
            {!closed.has(group.code) &&
              visible(group).map((item) => (
                <Fragment key={item.uid}>
                  <ItemRow
                    {...props}
                    lines={lines.current}
                    item={item}
                    problem={problems[item.uid] ?? null}
                    onProblem={(problem) => setProblems((before) => ({ ...before, [item.uid]: problem }))}
                    onMove={(column, by) => move(item.code, column, by)}
                  />
                  {problems[item.uid] && (
                    <tr className="so-review-problem">
                      <td colSpan={props.checks ? 8 : 6} id={`problem-${item.uid}`} role="alert">
                        {problems[item.uid]}
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
          </tbody>
        ))}
      </table>
      {groups.length === 0 && <p className="so-caption so-review-nothing">{t('review.nothingShown')}</p>}
    </div>
  );
}

interface GroupRowProps {
  group: Group;
  checks: boolean;
  open: boolean;
  onToggle(): void;
}

function GroupRow({ group, checks, open, onToggle }: GroupRowProps) {
  const t = useText();
  const format = useFormat();
  const title = t.language === 'vi' ? group.title : (group.titleEn ?? group.title);
  const name = `${group.code}. ${title}`;
  const points = (value: number | null) => (value === null ? '–' : format.decimal(value, 2));
  return (
    <tr className="so-review-group">
      <th scope="rowgroup">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          title={t(open ? 'review.collapse' : 'review.expand', { name })}
        >
          <Icon of={open ? ChevronDown : ChevronRight} />
          <span>{name}</span>
        </button>
      </th>
      <td className="so-number so-muted">{t('review.criteria', { count: group.items.length })}</td>
      <td className="so-number">{points(group.totals.max)}</td>
      <td className="so-number">{points(group.totals.proposed)}</td>
      <td className="so-number so-strong">{points(group.totals.score)}</td>
      {checks &&
        CHECKS.map((column) => (
          <td key={column} className="so-number">
            {points(group.totals[column])}
          </td>
        ))}
      <td />
    </tr>
  );
}

function ItemRow({
  sheet,
  lines,
  item,
  selected,
  checks,
  onSelect,
  onFigure,
  onMove,
  problem,
  onProblem,
}: TableProps & {
  lines: SavedLines;
  item: Item;
  problem: string | null;
  onProblem(problem: string | null): void;
  onMove(column: ScoreOf, by: 1 | -1): void;
}) {
  const t = useText();
  const format = useFormat();
  const title = t.language === 'vi' ? item.title : (item.titleEn ?? item.title);
  const current = selected?.uid === item.uid;
  const input = (column: ScoreOf) => (
    <ScoreInput
      lines={lines}
      reviewId={sheet.id}
      item={item}
      column={column}
      disabled={sheet.closedAt !== null || item.halves !== null}
      onFocus={() => onSelect(item.code)}
      onMove={(by) => onMove(column, by)}
      problem={problem}
      onProblem={onProblem}
    />
  );
  return (
    <tr
      className={current ? 'so-review-item so-review-item--current' : 'so-review-item'}
      aria-current={current ? 'true' : undefined}
    >
      <th scope="row">
        <span className="so-review-item__code">{item.code}</span>
        <button type="button" className="so-review-item__title" onClick={() => onSelect(item.code)}>
          {title}
        </button>
      </th>
      <td className="so-number">
        <FigureCell item={item} onFigure={(id) => onFigure(item, id)} />
      </td>
      <td className="so-number so-muted">{format.decimal(item.max, 2)}</td>
      <td className="so-number">{item.proposed === null ? '–' : format.decimal(item.proposed, 2)}</td>
      <td className="so-number">
        {input('score')}
        <CountedLess item={item} />
      </td>
      {checks &&
        CHECKS.map((column) => (
          <td key={column} className="so-number so-review-check">
            {input(column)}
            <Difference item={item} column={column} />
          </td>
        ))}
      <td className="so-review-state">
        <StateIcon state={item.state} />
      </td>
    </tr>
  );
}

/** What counts when the evidence is missing. */
function CountedLess({ item }: { item: Item }) {
  const t = useText();
  const format = useFormat();
  const { score, counted } = item;
  if (score === null || counted === null || counted >= score) return null;
  const points = { score: format.decimal(score, 2), counted: format.decimal(counted, 2) };
  return (
    <span className="so-review-diff" title={t('reviewWork.counted', points)}>
      → {points.counted}
    </span>
  );
}

/** How far those who checked are from the own score. */
function Difference({ item, column }: { item: Item; column: 'group' | 'upper' }) {
  const t = useText();
  const format = useFormat();
  const checked = scoreIn(item, column);
  if (checked === null || item.counted === null || checked === item.counted) return null;
  const by = checked - item.counted;
  const value = `${by > 0 ? '+' : '−'}${format.decimal(Math.abs(by), 2)}`;
  return (
    <span className="so-review-diff" title={t('reviewWork.difference', { value })}>
      {value}
    </span>
  );
}

function FigureCell({ item, onFigure }: { item: Item; onFigure(id: FigureList['id']): void }) {
  const t = useText();
  const first = item.figures.find((figure) => figure.value !== null) ?? item.figures[0];
  if (!first) return <span className="so-muted">{t('review.manual')}</span>;
  const text = t.language === 'vi' ? item.figureText : item.figureTextEn;
  if (text === null) return <span className="so-muted">{t('review.unknown')}</span>;
  return (
    <FigureLink label={indicatorName(first.id, t.language)} onOpen={() => onFigure(first.id)}>
      {text}
    </FigureLink>
  );
}

const ICONS = { ok: Check, missing: TriangleAlert, open: Circle } as const;

/** State of a criterion: shape, colour and a name for readers. */
export function StateIcon({ state }: { state: Item['state'] }) {
  const t = useText();
  return (
    <span className={`so-review-state__${state}`} title={t(`review.state.${state}`)}>
      <Icon of={ICONS[state]} />
      <span className="so-sr">{t(`review.state.${state}`)}</span>
    </span>
  );
}
