/** One review: header with total and rank, the tree of criteria, and the criterion being looked at beside it. */
import { ListChecks, Lock, LockOpen, Trash2, UserCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import {
  type Action,
  ChoiceChips,
  localParts,
  Page,
  type PageProps,
  Tag,
  useFormat,
  useShortcuts,
} from '../../ui';
import { type FigureList, RecordsDrawer } from '../dashboard/RecordsDrawer';
import { CloseDialog, ReopenDialog } from './CloseDialog';
import { CriterionPanel } from './CriterionPanel';
import { ExportMenu } from './ExportMenu';
import { RankScore } from './RankScore';
import { ReviewTable } from './ReviewTable';
import { RatingsTab } from './ratings/RatingsTab';
import { CheckersDrawer } from './work/CheckersDrawer';
import { CompareTab } from './work/CompareTab';
import { GapsTab } from './work/GapsTab';
import { PeopleTab } from './work/PeopleTab';

export type Sheet = OutputOf<'review.get'>;
export type Item = Sheet['groups'][number]['items'][number];
const TABS = ['sheet', 'people', 'compare', 'gaps', 'ratings'] as const;
export const SHOWS = ['all', 'ok', 'missing', 'open'] as const;
export type Show = (typeof SHOWS)[number];

/** Opens the list behind a figure of a criterion. */
export type OpenFigure = (id: FigureList['id']) => void;

interface SheetProps {
  sheet: Sheet;
  others: OutputOf<'review.list'>['rows'];
}

/** Name of a review in the header. */
const TITLES = {
  year: 'review.titleYear',
  firstHalf: 'review.titleHalf',
  secondHalf: 'reviewWork.titleSecond',
} as const;

export function SheetPage({ sheet, others }: SheetProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'sheet';
  const [asking, setAsking] = useState(false);
  const [checkers, setCheckers] = useState(false);
  const { actions, more } = useSheetActions(
    sheet,
    others,
    () => setAsking(true),
    () => setCheckers(true),
  );
  const head = {
    title: t(TITLES[sheet.part], { year: sheet.year }),
    facts: <SetFacts sheet={sheet} />,
    extra: (
      <>
        <RankScore sheet={sheet} />
        <ExportMenu id={sheet.id} year={sheet.year} />
      </>
    ),
    actions,
    more,
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`reviewWork.tabs.${key}`) })),
      active: tab,
      onChange: (key: string) => setParams(key === 'sheet' ? {} : { tab: key }, { replace: true }),
    },
  };
  const dialogs = (
    <>
      {sheet.closedAt === null ? (
        <CloseDialog sheet={sheet} open={asking} onClose={() => setAsking(false)} />
      ) : (
        <ReopenDialog sheet={sheet} open={asking} onClose={() => setAsking(false)} />
      )}
      <CheckersDrawer sheet={sheet} open={checkers} onClose={() => setCheckers(false)} />
    </>
  );
  if (tab === 'sheet') return <ScoresTab sheet={sheet} head={head} dialogs={dialogs} />;
  return (
    <Page fill {...head}>
      {tab === 'people' && <PeopleTab sheet={sheet} />}
      {tab === 'compare' && <CompareTab sheet={sheet} />}
      {tab === 'gaps' && <GapsTab sheet={sheet} />}
      {tab === 'ratings' && <RatingsTab year={sheet.year} />}
      {dialogs}
    </Page>
  );
}

interface ScoresProps {
  sheet: Sheet;
  head: Omit<PageProps, 'children'>;
  dialogs: ReactNode;
}

function ScoresTab({ sheet, head, dialogs }: ScoresProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [figure, setFigure] = useState<FigureList['id'] | null>(null);
  const show = SHOWS.find((each) => each === params.get('show')) ?? 'all';
  const items = sheet.groups.flatMap((group) => group.items);
  const shown = items.filter((item) => show === 'all' || item.state === show);
  const selected = items.find((item) => item.code === params.get('criterion')) ?? null;
  const put = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const select = (code: string | null) => put('criterion', code);
  const step = (by: 1 | -1) => {
    const at = selected ? shown.findIndex((item) => item.uid === selected.uid) : -1;
    const next = shown[at === -1 ? 0 : at + by];
    if (next) select(next.code);
  };
  useShortcuts({
    'Alt+ArrowDown': () => step(1),
    'Alt+ArrowUp': () => step(-1),
    Escape: selected ? () => select(null) : undefined,
  });
  const list: FigureList | null = figure && {
    id: figure,
    from: sheet.from,
    to: sheet.to,
    frozen: sheet.closedAt !== null,
  };
  return (
    <Page
      fill
      {...head}
      side={
        selected && (
          <CriterionPanel
            key={selected.uid}
            sheet={sheet}
            item={selected}
            neighbours={neighbours(shown, selected)}
            onSelect={select}
            onFigure={setFigure}
            onClose={() => select(null)}
          />
        )
      }
      footer={<Legend sheet={sheet} />}
      toolbar={
        <ChoiceChips
          label={t('review.showLabel')}
          items={SHOWS.map((key) => ({
            key,
            label: t(`review.show.${key}`),
            ...(key === 'all' ? {} : { count: sheet.counts[key] }),
          }))}
          active={show}
          onChange={(next) => put('show', next === 'all' ? null : next)}
        />
      }
    >
      <ReviewTable
        sheet={sheet}
        show={show}
        selected={selected}
        checks={hasChecks(sheet)}
        onSelect={select}
        onFigure={(item, id) => {
          select(item.code);
          setFigure(id);
        }}
      />
      <RecordsDrawer list={list} onClose={() => setFigure(null)} />
      {dialogs}
    </Page>
  );
}

/** Columns of those who check are shown from the day somebody is named for them. */
function hasChecks({ checkers, totals }: Sheet): boolean {
  const named = [checkers.groupBy, checkers.groupOn, checkers.upperBy, checkers.upperOn];
  return [...named, totals.group, totals.upper].some((each) => each !== null);
}

function neighbours(shown: readonly Item[], selected: Item): { before: Item | null; after: Item | null } {
  const at = shown.findIndex((item) => item.uid === selected.uid);
  return { before: (at > 0 && shown[at - 1]) || null, after: shown[at + 1] ?? null };
}

function SetFacts({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const { set } = sheet;
  return (
    <>
      <Link
        className="so-review-set-link"
        to={`/review/sets/${set.id}`}
        title={t.language === 'vi' ? set.name : (set.nameEn ?? set.name)}
      >
        {t('review.setName', { edition: format.count(set.edition) })}
      </Link>
      {' · '}
      {set.confirmedOn ? (
        t('review.confirmed', { date: format.date(set.confirmedOn) ?? '' })
      ) : (
        <span className="so-review-reference">{t('review.reference')}</span>
      )}
    </>
  );
}

const NAMES = { year: 'review.year', firstHalf: 'review.half', secondHalf: 'reviewWork.half2' } as const;
const OPENINGS = {
  year: 'review.openYear',
  firstHalf: 'review.openHalf',
  secondHalf: 'reviewWork.openHalf2',
} as const;

function useSheetActions(sheet: Sheet, others: SheetProps['others'], ask: () => void, check: () => void) {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('review.create', {
    done: (_, input) => t('review.created', { year: input.year }),
  });
  const trash = useCommandOp('review.trash', { done: () => t('review.trashed') });
  const closed = sheet.closedAt !== null;
  const actions: Action[] = [
    {
      key: 'close',
      label: t(closed ? 'review.reopen' : 'review.close'),
      icon: closed ? LockOpen : Lock,
      onClick: ask,
    },
  ];
  const open = async (year: number, part: Sheet['part']) => {
    const made = await create.run({ year, part }).catch(() => null);
    if (made) navigate(`/review/${made.id}`);
  };
  const has = (year: number, part: string) =>
    [sheet, ...others].some((row) => row.year === year && row.part === part);
  const more: Action[] = [
    ...others.map((row) => {
      const name = t(NAMES[row.part], { year: row.year });
      return {
        key: `review-${row.id}`,
        label: row.closedAt ? t('review.closedMark', { name }) : name,
        onClick: () => navigate(`/review/${row.id}`),
      };
    }),
    ...(['year', 'firstHalf', 'secondHalf'] as const)
      .filter((part) => !has(sheet.year, part))
      .map((part) => ({
        key: `open-${part}`,
        label: t(OPENINGS[part], { year: sheet.year }),
        onClick: () => void open(sheet.year, part),
      })),
    ...[sheet.year - 1, sheet.year + 1]
      .filter((year) => !has(year, 'year'))
      .map((year) => ({
        key: `open-${year}`,
        label: t('review.openYear', { year }),
        onClick: () => void open(year, 'year'),
      })),
    ...(closed
      ? []
      : [{ key: 'checkers', label: t('reviewWork.checkers.open'), icon: UserCheck, onClick: check }]),
    { key: 'sets', label: t('review.sets'), icon: ListChecks, onClick: () => navigate('/review/sets') },
    {
      key: 'trash',
      label: t('review.trash'),
      icon: Trash2,
      danger: true,
      onClick: () => {
        trash.fire({ ids: [sheet.id] });
        navigate('/review');
      },
    },
  ];
  return { actions, more };
}

function Legend({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {sheet.closedAt ? (
        <Tag tone="ok">{t('review.closedOn', { date: format.date(localParts(sheet.closedAt).date) })}</Tag>
      ) : (
        <span className="so-caption">
          {[
            format.range(sheet.from, sheet.to),
            t('review.asOf', { date: format.date(sheet.asOf) ?? '' }),
          ].join(' · ')}
        </span>
      )}
      {sheet.formula && <FormulaLine sheet={sheet} />}
      {sheet.blocked.map((each) => (
        <span key={each.name} className="so-review-reference">
          {t('reviewWork.blocked', {
            rank: t.language === 'vi' ? each.name : each.nameEn,
            why: (t.language === 'vi' ? each.reasons : each.reasonsEn).join('; '),
          })}
        </span>
      ))}
      <span className="so-push so-review-sum">
        {t('review.total')}{' '}
        <strong>{sheet.totals.score === null ? '–' : format.decimal(sheet.totals.score, 2)}</strong>
        <span className="so-muted"> {t('review.of', { max: format.decimal(sheet.totals.max, 2) })}</span>
      </span>
    </>
  );
}

/** What a year of two halves is made of, each half a link. */
function FormulaLine({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  if (!sheet.formula) return null;
  const { first, second } = sheet.formula;
  return (
    <span className="so-caption">
      {t('reviewWork.formula', { a: first, b: second, sum: first + second })}
      {sheet.parts.map((part) => {
        const name = t(NAMES[part.part], { year: sheet.year });
        const score = part.score === null ? '–' : format.decimal(part.score, 2);
        return (
          <span key={part.part}>
            {' · '}
            {part.id === null ? name : <Link to={`/review/${part.id}`}>{name}</Link>}: {score}
          </span>
        );
      })}
    </span>
  );
}
