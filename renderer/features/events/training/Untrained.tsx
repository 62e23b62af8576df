/** Officers not trained since their election, by committee; every figure opens its list. */
import { FileSpreadsheet, Printer, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { OFFICER_SHOWS } from '../../../../shared/domain/training';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  type Column,
  EmptyState,
  ErrorState,
  FigureLink,
  LoadingBars,
  NameCell,
  Page,
  PlainTable,
  useFormat,
} from '../../../ui';
import type { Frame } from './TrainingPage';

type Data = OutputOf<'training.untrained'>;
type Row = Data['rows'][number];
type Committee = Data['committees'][number];
type Show = (typeof OFFICER_SHOWS)[number];

export function Untrained({ frame }: Frame) {
  const t = useText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const body = params.get('body');
  const show = OFFICER_SHOWS.find((one) => one === params.get('show')) ?? 'untrained';
  const query = useQueryOp('training.untrained', { body, show }, { keep: true });
  const { print, book } = usePapers(body);
  if (!query.data)
    return (
      <Page {...frame}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingBars rows={8} />
        )}
      </Page>
    );
  const { officers } = query.data;
  if (officers === 0)
    return (
      <Page {...frame}>
        <EmptyState
          icon={UsersRound}
          title={t('training.untrained.noOfficers')}
          primary={{
            key: 'open',
            label: t('app.nav.organisation'),
            onClick: () => navigate('/organisation'),
          }}
        >
          {t('training.untrained.noOfficersBody')}
        </EmptyState>
      </Page>
    );
  return (
    <Page {...frame} actions={[print, book]}>
      <div className="so-stack so-training">
        <p>{t('training.untrained.body')}</p>
        <Committees data={query.data} body={body} show={show} />
        <People data={query.data} body={body} show={show} />
      </div>
    </Page>
  );
}

const address = (body: string | null, show: Show): string => {
  const params = new URLSearchParams({ tab: 'untrained', show, ...(body === null ? {} : { body }) });
  return `/events/training?${params}`;
};

interface PartProps {
  data: Data;
  body: string | null;
  show: Show;
}

/** One line a committee, and one for all. */
function Committees({ data, body, show }: PartProps) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Committee>[]>(() => {
    const nameOf = (row: Committee) => row.name ?? t('training.untrained.groups');
    const count = (key: Show, of: (row: Committee) => number): Column<Committee> => ({
      key,
      header: t(`training.untrained.${key}`),
      width: 130,
      align: 'right',
      cell: (row) => (
        <FigureLink
          label={`${t(`training.untrained.${key}`)} – ${nameOf(row)}`}
          to={address(row.key, key)}
          className={row.key === body && key === show ? 'so-strong' : ''}
        >
          {format.count(of(row))}
        </FigureLink>
      ),
    });
    return [
      { key: 'name', header: t('training.untrained.committee'), cell: nameOf },
      count('all', (row) => row.officers),
      count('trained', (row) => row.trained),
      count('untrained', (row) => row.officers - row.trained),
      {
        key: 'rate',
        header: t('training.untrained.rate'),
        width: 80,
        align: 'right',
        cell: (row) => format.percent(row.trained, row.officers),
      },
    ];
  }, [t, format, body, show]);
  const total = (key: Show, value: number) => (
    <FigureLink label={t(`training.untrained.${key}`)} to={address(null, key)}>
      {format.count(value)}
    </FigureLink>
  );
  const { officers, trained, committees } = data;
  const twice = committees.reduce((sum, one) => sum + one.officers, 0) > officers;
  return (
    <section>
      <PlainTable
        framed
        caption={t('training.untrained.byCommittee')}
        columns={columns}
        rows={committees}
        rowKey={(row) => row.key}
        totals={{
          name: t('training.untrained.total'),
          all: total('all', officers),
          trained: total('trained', trained),
          untrained: total('untrained', officers - trained),
          rate: format.percent(trained, officers),
        }}
      />
      {twice && <p className="so-caption">{t('training.untrained.once')}</p>}
    </section>
  );
}

function People({ data, body, show }: PartProps) {
  const t = useText();
  const format = useFormat();
  const columns = usePeopleColumns();
  const title = t(`training.untrained.titles.${show}`);
  const committee = data.committees.find(({ key }) => key === body);
  const on = body === null ? null : (committee?.name ?? t('training.untrained.groups'));
  return (
    <section>
      <div className="so-training__head">
        <h2>{[title, on].filter(Boolean).join(' – ')}</h2>
        <span className="so-muted">{format.count(data.rows.length)}</span>
        {body !== null && <Link to={address(null, show)}>{t('training.untrained.everyCommittee')}</Link>}
      </div>
      {data.rows.length === 0 ? (
        <p className="so-muted">{t(`training.untrained.empties.${show}`)}</p>
      ) : (
        <PlainTable
          framed
          caption={title}
          columns={columns}
          rows={data.rows}
          rowKey={(row) => `${row.memberId ?? row.name}`}
        />
      )}
    </section>
  );
}

function usePeopleColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('training.untrained.name'),
        width: 200,
        cell: (row) =>
          row.memberId === null ? (
            row.name
          ) : (
            <Link to={`/members/${row.memberId}`}>
              <NameCell name={row.name} given={row.givenName ?? ''} />
            </Link>
          ),
      },
      { key: 'posts', header: t('training.untrained.posts'), cell: (row) => row.posts },
      {
        key: 'department',
        header: t('training.untrained.department'),
        width: 190,
        cell: (row) => row.department ?? '',
      },
      {
        key: 'since',
        header: t('training.untrained.since'),
        width: 100,
        cell: (row) => format.date(row.since),
      },
      {
        key: 'last',
        header: t('training.untrained.last'),
        width: 270,
        cell: (row) =>
          row.lastName === null ? (
            <span className="so-muted">{t('training.untrained.never')}</span>
          ) : (
            `${row.lastName} (${format.date(row.lastOn)})`
          ),
      },
    ],
    [t, format],
  );
}

/** The list of those not trained as PDF and workbook, of the committee that is shown. */
function usePapers(body: string | null): { print: Action; book: Action } {
  const t = useText();
  const job = useJobOp('training.untrainedPaper', { done: () => t('training.untrained.made') });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ body, format }).then(saveFile, () => undefined);
  return {
    print: {
      key: 'print',
      label: t('training.untrained.print'),
      icon: Printer,
      running: job.running,
      keys: 'Ctrl P',
      onClick: make('pdf'),
    },
    book: {
      key: 'book',
      label: t('training.untrained.workbook'),
      icon: FileSpreadsheet,
      onClick: make('xlsx'),
    },
  };
}
