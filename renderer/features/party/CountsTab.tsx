/** Open counts: what a year brought, who waits at which step, and the years beside each other. */
import { EyeOff, Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { PARTY_STAGES } from '../../../shared/domain/party';
import { useQueryOp, useText } from '../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  FigureLink,
  FiguresStrip,
  LoadingBars,
  Meter,
  Note,
  Page,
  PlainTable,
  useFormat,
} from '../../ui';
import { RecordsDrawer } from '../dashboard/RecordsDrawer';
import { type PartyTabProps, YearSelect } from './PartyPage';
import { useRegister } from './RegisterDialog';
import { thisYear, useStageName } from './words';

type Overview = OutputOf<'party.overview'>;
type YearRow = Overview['years'][number];

const filesOf = (conditions: Record<string, string | number>): string =>
  `/party?${new URLSearchParams({ tab: 'files', ...Object.fromEntries(Object.entries(conditions).map(([k, v]) => [k, String(v)])) })}`;

export function CountsTab({ frame, params, set }: PartyTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const text = params.get('year') ?? '';
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : thisYear();
  const query = useQueryOp('party.overview', { year }, { keep: true });
  const data = query.data;
  const register = useRegister({ check: null, reached: null, year });
  const empty = data && data.open + data.official + data.stopped === 0;
  return (
    <Page
      {...frame}
      extra={
        <YearSelect
          value={year}
          onChange={(chosen) => set({ year: chosen === thisYear() ? null : String(chosen) })}
        />
      }
      actions={data?.enabled && !empty ? [register.action] : []}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <LoadingBars rows={6} />
      ) : empty ? (
        <EmptyState
          icon={Flag}
          title={t('party.empty.title')}
          primary={{
            key: 'files',
            label: t(data.enabled ? 'party.add' : 'party.off.open'),
            onClick: () => navigate(data.enabled ? '/party?tab=files&new=1' : '/settings/privacy'),
          }}
        >
          {t(data.enabled ? 'party.empty.body' : 'party.off.body')}
        </EmptyState>
      ) : (
        <Counts data={data} />
      )}
      {register.dialog}
    </Page>
  );
}

function Counts({ data }: { data: Overview }) {
  const t = useText();
  const format = useFormat();
  const [opened, setOpened] = useState<number | null>(null);
  const link = (to: string) => (data.enabled ? { to } : {});
  return (
    <div className="so-stack">
      <Note tone="muc" icon={EyeOff}>
        {t('party.counts.openBody')}
      </Note>
      <section className="so-stack" aria-label={t('party.counts.inYear', { year: data.year })}>
        <h2>{t('party.counts.inYear', { year: data.year })}</h2>
        <FiguresStrip
          label={t('party.counts.inYear', { year: data.year })}
          figures={PARTY_STAGES.map((stage) => ({
            key: stage,
            label: t(`party.short.${stage}`),
            value: format.count(data.counts[stage]),
            unit: t('party.people'),
            note:
              stage === 'admitted' && data.recordOnly > 0
                ? t('party.counts.ofFiles', { count: data.counts.admitted - data.recordOnly })
                : undefined,
            ...(stage === 'admitted' && data.enabled
              ? { onOpen: () => setOpened(data.year) }
              : link(filesOf({ reached: stage, year: data.year }))),
          }))}
        />
        <p className="so-caption">
          {t('party.counts.inYearNote')} {t('party.counts.admittedNote')}{' '}
          {data.recordOnly > 0 && (
            <>
              <FigureLink
                label={t('party.counts.recordOnly', { count: data.recordOnly })}
                onOpen={() => setOpened(data.year)}
              >
                {t('party.counts.recordOnly', { count: data.recordOnly })}
              </FigureLink>
              {'. '}
            </>
          )}
          {t('party.counts.targetHint')}
        </p>
      </section>
      <div className="so-party-pair">
        <Waiting data={data} />
        <Years rows={data.years} linked={data.enabled} onAdmitted={setOpened} />
      </div>
      <RecordsDrawer
        list={
          opened === null ? null : { id: 'party.admitted', from: `${opened}-01-01`, to: `${opened}-12-31` }
        }
        onClose={() => setOpened(null)}
      />
    </div>
  );
}

function Waiting({ data }: { data: Overview }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useStageName();
  const states = (['open', 'overdue', 'official', 'stopped'] as const).filter(
    (key) => key === 'open' || data[key] > 0,
  );
  const at = PARTY_STAGES.filter((stage) => stage !== 'official');
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('party.counts.now')}</h2>
      </div>
      <ul className="so-party-now" aria-label={t('party.counts.nowAt')}>
        {at.map((stage) => (
          <li key={stage}>
            <span>{nameOf(stage)}</span>
            <Meter share={data.now[stage] / Math.max(1, data.open)} />
            <span className="so-number so-strong">{format.count(data.now[stage])}</span>
          </li>
        ))}
      </ul>
      <ul className="so-party-states">
        {states.map((key) => (
          <li key={key}>
            <span>{t(`party.counts.${key}`)}</span>
            <FigureLink
              label={t(`party.counts.${key}`)}
              to={data.enabled ? filesOf({ check: key }) : undefined}
              className={key === 'overdue' ? 'so-party-late' : 'so-strong'}
            >
              {format.count(data[key])}
            </FigureLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface YearsProps {
  rows: readonly YearRow[];
  linked: boolean;
  onAdmitted(year: number): void;
}

function Years({ rows, linked, onAdmitted }: YearsProps) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<YearRow>[]>(
    () => [
      { key: 'year', header: t('party.counts.year'), width: 70, cell: (row) => row.year },
      ...PARTY_STAGES.map(
        (stage): Column<YearRow> => ({
          key: stage,
          header: t(`party.short.${stage}`),
          align: 'right',
          cell: (row) =>
            row.counts[stage] === 0 ? (
              '0'
            ) : (
              <FigureLink
                label={`${t(`party.short.${stage}`)} ${row.year}`}
                {...(linked && stage === 'admitted'
                  ? { onOpen: () => onAdmitted(row.year) }
                  : { to: linked ? filesOf({ reached: stage, year: row.year }) : undefined })}
              >
                {format.count(row.counts[stage])}
              </FigureLink>
            ),
        }),
      ),
    ],
    [t, format, linked, onAdmitted],
  );
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('party.counts.years')}</h2>
      </div>
      <PlainTable
        caption={t('party.counts.years')}
        rows={rows}
        rowKey={(row) => row.year}
        columns={columns}
      />
    </section>
  );
}
