/** Where the union took part in a year: drafts commented, meetings, supervision, rights protected. */
import { Landmark } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { PARTICIPATION_KINDS } from '../../../shared/domain/democracy';
import { useQueryOp, useText } from '../../client';
import { type Column, ConditionChips, useFormat, usePagedOp } from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';
import { RecordLink } from '../opinions/RecordLinkField';
import { useYear } from '../opinions/useOpinions';
import { ParticipationForm } from './ParticipationForm';
import { RecordsTab, useListPaper, useShown } from './RecordsTab';

export type Participation = OutputOf<'democracy.participation'>['rows'][number];

export function ParticipationTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const { year, from, to, chooser } = useYear({ params, set });
  const [shown, show] = useShown({ params, set });
  const kind = PARTICIPATION_KINDS.find((key) => key === params.get('kind')) ?? null;
  const search = params.get('q') ?? '';
  const input = { search, from, to, kind };
  const source = usePagedOp('democracy.participation', input);
  const counts = useCounts({ search, from, to });
  const entry = typeof shown === 'number' ? shown : null;
  return (
    <RecordsTab
      {...{ frame, source, search, set }}
      name="participation"
      icon={Landmark}
      columns={useParticipationColumns()}
      rowLabel={(row) => row.title}
      onOpen={(row) => show(row.id)}
      words={{
        add: t('democracy.participation.add'),
        search: t('democracy.participation.search'),
        empty: t('democracy.participation.empty'),
        emptyBody: t('democracy.participation.emptyBody'),
      }}
      onAdd={() => show('new')}
      paper={useListPaper('participation', year)}
      narrowed={kind !== null}
      clear={{ kind: null }}
      extra={chooser}
      conditions={
        <ConditionChips
          label={t('democracy.field.kind')}
          value={kind}
          onChange={(key) => set({ kind: key })}
          all={t('opinions.all')}
          items={PARTICIPATION_KINDS.map((key) => ({
            key,
            label: t(`democracy.participation.kinds.${key}`),
            ...(counts ? { count: counts[key] ?? 0 } : {}),
          }))}
        />
      }
      drawer={{
        title: t(shown === 'new' ? 'democracy.participation.add' : 'democracy.participation.edit'),
        open: shown !== null,
        onClose: () => show(null),
        content: <ParticipationForm id={entry} onDone={() => show(null)} />,
      }}
    />
  );
}

/** How many of each kind the other conditions leave. */
function useCounts(input: { search: string; from: string | null; to: string | null }) {
  return useQueryOp('democracy.participation', { ...input, limit: 1 }, { keep: true }).data?.kinds;
}

function useParticipationColumns(): Column<Participation>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'date',
        header: t('democracy.field.onDate'),
        width: 98,
        required: true,
        cell: (row) => format.date(row.onDate),
      },
      {
        key: 'kind',
        header: t('democracy.field.kind'),
        width: 150,
        cell: (row) => t(`democracy.participation.kinds.${row.kind}`),
      },
      {
        key: 'title',
        header: t('democracy.field.participationTitle'),
        width: 312,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.title}
          </span>
        ),
        title: (row) => row.title,
      },
      {
        key: 'organiser',
        header: t('democracy.field.organiser'),
        width: 190,
        cell: (row) => <span lang="vi">{row.organiser}</span>,
        title: (row) => row.organiser ?? '',
      },
      {
        key: 'taken',
        header: t('democracy.field.taken'),
        width: 116,
        align: 'right',
        cell: (row) =>
          row.given === null
            ? null
            : t('democracy.participation.takenOf', {
                taken: row.taken === null ? '–' : format.count(row.taken),
                given: format.count(row.given),
              }),
      },
      {
        key: 'result',
        header: t('democracy.field.result'),
        width: 260,
        cell: (row) =>
          row.result !== null ? (
            <span lang="vi">{row.result}</span>
          ) : (
            row.link && <RecordLink link={row.link} />
          ),
        title: (row) => row.result ?? row.link?.label ?? '',
      },
    ],
    [t, format],
  );
}
