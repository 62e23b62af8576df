/** Regulations of democracy at the workplace, those in force first. */
import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { type Column, ConditionChips, Tag, useFormat, usePagedOp } from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';
import { RecordsTab, useListPaper, useShown } from './RecordsTab';
import { RegulationForm } from './RegulationForm';

export type Regulation = OutputOf<'democracy.regulations'>['rows'][number];
const STATES = ['inForce', 'old'] as const;

export function RegulationsTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const [shown, show] = useShown({ params, set });
  const state = STATES.find((key) => key === params.get('state')) ?? null;
  const search = params.get('q') ?? '';
  const inForce = state === null ? null : state === 'inForce';
  const source = usePagedOp('democracy.regulations', { search, inForce });
  return (
    <RecordsTab
      {...{ frame, source, search, set }}
      name="regulations"
      icon={ScrollText}
      columns={useRegulationColumns()}
      rowLabel={(row) => row.name}
      onOpen={(row) => show(row.id)}
      words={{
        add: t('democracy.regulation.add'),
        search: t('democracy.regulation.search'),
        empty: t('democracy.regulation.empty'),
        emptyBody: t('democracy.regulation.emptyBody'),
      }}
      onAdd={() => show('new')}
      paper={useListPaper('regulations', null)}
      narrowed={state !== null}
      clear={{ state: null }}
      conditions={
        <ConditionChips
          label={t('democracy.field.state')}
          value={state}
          onChange={(key) => set({ state: key })}
          all={t('democracy.regulation.all')}
          items={STATES.map((key) => ({ key, label: t(`democracy.regulation.${key}`) }))}
        />
      }
      drawer={{
        title: t(shown === 'new' ? 'democracy.regulation.add' : 'democracy.regulation.edit'),
        open: shown !== null,
        onClose: () => show(null),
        content: <RegulationForm id={typeof shown === 'number' ? shown : null} onDone={() => show(null)} />,
      }}
    />
  );
}

function useRegulationColumns(): Column<Regulation>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('democracy.field.regulationName'),
        width: 400,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.name}
          </span>
        ),
        title: (row) => row.name,
      },
      {
        key: 'number',
        header: t('democracy.field.number'),
        width: 130,
        cell: (row) => <span lang="vi">{row.number}</span>,
      },
      {
        key: 'issuedOn',
        header: t('democracy.field.issuedOn'),
        width: 110,
        cell: (row) => format.date(row.issuedOn),
      },
      {
        key: 'issuer',
        header: t('democracy.field.issuer'),
        width: 236,
        cell: (row) => <span lang="vi">{row.issuer}</span>,
        title: (row) => row.issuer ?? '',
      },
      {
        key: 'consulted',
        header: t('democracy.field.state'),
        width: 250,
        cell: (row) => <State row={row} />,
      },
    ],
    [t, format],
  );
}

function State({ row }: { row: Regulation }) {
  const t = useText();
  const word = row.inForce ? 'inForce' : row.replacedById !== null ? 'replaced' : 'ended';
  return (
    <span className="so-row">
      <Tag tone={row.inForce ? 'ok' : 'neutral'}>{t(`democracy.regulation.${word}`)}</Tag>
      {row.consulted && <span className="so-caption">{t('democracy.regulation.asked')}</span>}
    </span>
  );
}
