/** The records behind a figure: what it counts, how, up to which day, and every row with its own page. */
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { figureText } from '../../../shared/domain/figures';
import { type IndicatorId, indicatorOf } from '../../../shared/domain/indicators';
import { useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, ErrorState, LoadingBars, useFormat } from '../../ui';
import './dashboard.css';

export interface FigureList {
  id: IndicatorId;
  from: string;
  to: string;
  slice?: InputOf<'dashboard.records'>['slice'];
  /** Name of the part: "Nữ, 30–34". */
  part?: string | null;
  /** A closed review keeps its figure while the list is today's. */
  frozen?: boolean;
}
type Found = OutputOf<'dashboard.records'>;
type Row = Found['rows'][number];

const PAGE = 100;
const ADDRESS: Record<Row['entity'], (id: number) => string> = {
  member: (id) => `/members/${id}`,
  event: (id) => `/events/${id}`,
  award: (id) => `/awards/${id}`,
  movement: (id) => `/awards/movements/${id}`,
  org_unit: () => '/organisation',
  care_visit: (id) => `/welfare?tab=visits&visit=${id}`,
  care_case: (id) => `/welfare/cases/${id}`,
  welfare_campaign: (id) => `/welfare/${id}`,
  fund_voucher: (id) => `/funds/vouchers/${id}`,
  dues_month: (id) => `/dues?month=${Math.floor(id / 100)}-${String(id % 100).padStart(2, '0')}`,
  drive: (id) => `/dues/drives/${id}`,
  inspection_item: (id) => `/inspection/items/${id}`,
  inspection_session: (id) => `/inspection/sessions/${id}`,
  opinion: (id) => `/opinions/${id}`,
  agreement: (id) => `/agreements/${id}`,
  dialogue: (id) => `/opinions/dialogues/${id}`,
  labour_agreement: (id) => `/opinions/labour/${id}`,
  staff_conference: (id) => `/opinions?tab=conferences&conference=${id}`,
  participation: (id) => `/opinions?tab=participation&entry=${id}`,
  regulation: (id) => `/opinions?tab=regulations&entry=${id}`,
  donor: (id) => `/dues/donors/${id}`,
  unit_profile: () => '/organisation',
  fund: (id) => `/funds?fund=${id}`,
  manual_figure: (id) => `/figures?typed=${id}`,
  party_file: (id) => `/party?tab=files&file=${id}`,
};
/** Address of a record's own page. */
export const recordAddress = (entity: Row['entity'], id: number): string => ADDRESS[entity](id);

/** Opens when `list` is given. */
export function RecordsDrawer({ list, onClose }: { list: FigureList | null; onClose(): void }) {
  const t = useText();
  const label = list ? indicatorName(list.id, t.language) : '';
  return (
    <Drawer
      open={list !== null}
      onClose={onClose}
      title={list?.part ?? label}
      facts={list?.part ? label : undefined}
      width={440}
    >
      {list && <Records key={JSON.stringify(list)} list={list} />}
    </Drawer>
  );
}

/** Name of an indicator in the language of the screen. */
export function indicatorName(id: IndicatorId, language: 'vi' | 'en'): string {
  const indicator = indicatorOf(id);
  return language === 'vi' ? indicator.label : indicator.labelEn;
}

function Records({ list }: { list: FigureList }) {
  const t = useText();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const { id, from, to, slice = null } = list;
  const query = useQueryOp('dashboard.records', { id, from, to, slice, offset, limit: PAGE }, { keep: true });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows, total } = query.data;
  return (
    <div className="so-dash-list">
      <Why list={list} found={query.data} />
      {rows.length === 0 ? (
        <p className="so-caption">{t('dashboard.list.none')}</p>
      ) : (
        <ul className="so-dash-rows">
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one decision may stand in several rows
            <li key={`${row.entity}-${row.id}-${at}`}>
              <RecordRow row={row} counted={query.data.amount !== total} />
            </li>
          ))}
        </ul>
      )}
      {total > PAGE && (
        <div className="so-row">
          <span className="so-caption">
            {t('ui.of', {
              a: `${format.count(offset + 1)}–${format.count(Math.min(offset + PAGE, total))}`,
              b: format.count(total),
            })}
          </span>
          <span className="so-push" />
          {offset > 0 && (
            <ActionButton
              size="small"
              action={{
                key: 'previous',
                label: t('dashboard.list.previous', { count: PAGE }),
                onClick: () => setOffset(offset - PAGE),
              }}
            />
          )}
          {offset + PAGE < total && (
            <ActionButton
              size="small"
              action={{
                key: 'next',
                label: t('dashboard.list.next', { count: Math.min(PAGE, total - offset - PAGE) }),
                onClick: () => setOffset(offset + PAGE),
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Why({ list, found }: { list: FigureList; found: Found }) {
  const t = useText();
  const format = useFormat();
  const indicator = indicatorOf(list.id);
  const { figure, total, amount } = found;
  const words = list.slice ? format.count(amount) : figureText(figure, t.language);
  const unit = t.language === 'vi' ? indicator.noun : indicator.nounEn;
  const when =
    indicator.kind === 'asOf'
      ? t('dashboard.list.asOf', { date: format.date(figure.asOf) })
      : t('dashboard.list.period', {
          range: format.range(list.from, figure.asOf < list.to ? figure.asOf : list.to),
        });
  return (
    <div className="so-dash-why">
      <p className="so-dash-why__figure">
        {words ?? t('dashboard.list.unknown')}
        {list.slice && unit && <span className="so-muted"> {unit}</span>}
      </p>
      <p className="so-caption">{when}</p>
      {figure.typed && <TypedWords typed={figure.typed} />}
      {figure.gap && <p className="so-caption">{t(`dashboard.list.${figure.gap}`)}</p>}
      {figure.whole !== null && figure.wholeOn && (
        <p className="so-caption">
          {t('dashboard.list.wholeOn', {
            whole: format.count(figure.whole),
            date: format.date(figure.wholeOn),
          })}
        </p>
      )}
      <details>
        <summary>{t('dashboard.list.why')}</summary>
        <p>{t.language === 'vi' ? indicator.formula : indicator.formulaEn}.</p>
      </details>
      {list.frozen && <p className="so-caption">{t('dashboard.list.now')}</p>}
      {total > 0 && <p className="so-caption">{t('dashboard.list.total', { count: total })}</p>}
    </div>
  );
}

/** That a figure was typed, and what the records give for it. */
function TypedWords({ typed }: { typed: NonNullable<Found['figure']['typed']> }) {
  const t = useText();
  const format = useFormat();
  return (
    <p className="so-caption">
      <span lang={t.language === 'en' ? 'vi' : undefined}>
        {t('figures.note.typed', { source: typed.source })}
      </span>
      {typed.computed !== null && `. ${t('figures.note.computed', { amount: format.count(typed.computed) })}`}
    </p>
  );
}

function RecordRow({ row, counted }: { row: Row; counted: boolean }) {
  const format = useFormat();
  return (
    <>
      <div className="so-dash-rows__words">
        <Link to={recordAddress(row.entity, row.id)}>{row.label}</Link>
        {row.detail && <span className="so-caption">{row.detail}</span>}
      </div>
      <span className="so-dash-rows__date">{row.date ? format.date(row.date) : ''}</span>
      {counted && <span className="so-dash-rows__amount">{format.count(row.amount)}</span>}
    </>
  );
}
