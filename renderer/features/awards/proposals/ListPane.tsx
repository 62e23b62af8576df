/** Proposals of a round: whom, for what, what the council said, the decision they stand in. */
import { Select } from 'antd';
import { ChevronDown, FileText, ListPlus, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { COUNCIL_RESULTS } from '../../../../shared/domain/proposals';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  Drawer,
  EmptyState,
  ErrorState,
  Icon,
  IconButton,
  LoadingBars,
  PlainTable,
  SearchField,
  Tag,
} from '../../../ui';
import { useAwardWords } from '../words';
import { AddProposals } from './AddProposals';
import { ProposalForm } from './ProposalForm';
import type { RoundData } from './RoundPage';
import type { RoundPapers } from './usePapers';

export type Proposal = OutputOf<'proposals.list'>['rows'][number];
const OUTCOMES = ['open', ...COUNCIL_RESULTS] as const;

interface Conditions {
  search: string;
  formId: number | null;
  fromUnitId: number | null;
  outcome: (typeof OUTCOMES)[number] | null;
}
const EVERYTHING: Conditions = { search: '', formId: null, fromUnitId: null, outcome: null };

export function ListPane({ data, papers }: { data: RoundData; papers: RoundPapers }) {
  const t = useText();
  const { round } = data;
  const [conditions, setConditions] = useState(EVERYTHING);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Proposal | null>(null);
  const query = useQueryOp(
    'proposals.list',
    { roundId: round.id, ...conditions, limit: 1000 },
    { keep: true },
  );
  const columns = useProposalColumns(data, papers, setEditing);
  const registering = round.kind === 'registration';
  const kinds = {
    collective: 'awards.kinds.collective',
    household: 'awards.kinds.household',
    individual: 'awards.kinds.individual',
  } as const;
  return (
    <>
      <div className="so-row so-wrap">
        <Conditions data={data} value={conditions} onChange={setConditions} />
        <span className="so-push" />
        <ActionButton
          action={{
            key: 'add',
            label: t(registering ? 'proposals.proposal.addRegistered' : 'proposals.proposal.add'),
            icon: Plus,
            onClick: () => setAdding(true),
          }}
        />
      </div>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : query.data.rows.length === 0 ? (
        <EmptyState
          icon={ListPlus}
          title={t(registering ? 'proposals.proposal.emptyRegistered' : 'proposals.proposal.empty')}
        >
          {t(registering ? 'proposals.proposal.emptyRegisteredBody' : 'proposals.proposal.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          framed
          caption={t('proposals.tabs.list')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
          groupOf={(row) => t(kinds[row.kind])}
        />
      )}
      {adding && <AddProposals data={data} onClose={() => setAdding(false)} />}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing ? t('proposals.proposal.edit', { name: editing.name }) : ''}
        width={520}
      >
        {editing && <ProposalForm data={data} proposal={editing} onDone={() => setEditing(null)} />}
      </Drawer>
    </>
  );
}

function Conditions({
  data,
  value,
  onChange,
}: {
  data: RoundData;
  value: Conditions;
  onChange(value: Conditions): void;
}) {
  const t = useText();
  const words = useAwardWords();
  const select = <V extends string | number>(
    label: string,
    current: V | null,
    options: readonly { value: V; label: string }[],
    pick: (chosen: V | null) => Partial<Conditions>,
  ) => (
    <Select<V | 'all'>
      size="small"
      className="so-proposals-kind"
      aria-label={label}
      value={current ?? 'all'}
      onChange={(chosen) => onChange({ ...value, ...pick(chosen === 'all' ? null : (chosen as V)) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[{ value: 'all' as const, label }, ...options]}
    />
  );
  return (
    <>
      <SearchField
        value={value.search}
        onChange={(search) => onChange({ ...value, search })}
        placeholder={t('proposals.proposal.searchHint')}
      />
      {select(
        t('proposals.proposal.everyForm'),
        value.formId,
        data.forms.map((form) => ({
          value: form.id,
          label: words.formName({ form: form.name, formEn: form.nameEn }),
        })),
        (formId) => ({ formId }),
      )}
      {select(
        t('proposals.proposal.everyUnit'),
        value.fromUnitId,
        data.units.map((unit) => ({ value: unit.orgUnitId, label: unit.name })),
        (fromUnitId) => ({ fromUnitId }),
      )}
      {data.round.kind === 'proposal' &&
        select(
          t('proposals.proposal.everyOutcome'),
          value.outcome,
          OUTCOMES.map((one) => ({
            value: one,
            label: one === 'open' ? t('proposals.proposal.open') : t(`proposals.results.${one}`),
          })),
          (outcome) => ({ outcome }),
        )}
    </>
  );
}

/** What the council said, with the votes; another form than proposed is named. */
export function Outcome({ row }: { row: Proposal }) {
  const t = useText();
  const words = useAwardWords();
  const { outcome } = row;
  if (outcome === null) return <span className="so-muted">{t('proposals.proposal.open')}</span>;
  const tone = outcome.result === 'refused' ? 'bad' : outcome.result === 'changed' ? 'warn' : 'ok';
  const changed =
    outcome.form === null
      ? null
      : t('proposals.council.changeTo', {
          form: words.formName({ form: outcome.form, formEn: outcome.formEn }),
        });
  return (
    <span title={outcome.reason ?? undefined}>
      <Tag tone={tone}>{changed ?? t(`proposals.results.${outcome.result}`)}</Tag>{' '}
      <span className="so-caption">{outcome.votes}</span>
    </span>
  );
}

function useProposalColumns(
  data: RoundData,
  { make }: RoundPapers,
  onEdit: (row: Proposal) => void,
): Column<Proposal>[] {
  const t = useText();
  const words = useAwardWords();
  const trash = useCommandOp('proposals.trash', {
    done: (done) => t('proposals.proposal.trashed', { count: done.count }),
  });
  const registering = data.round.kind === 'registration';
  const chain: Column<Proposal>[] = registering
    ? []
    : [
        {
          key: 'result',
          header: t('proposals.col.result'),
          width: 190,
          cell: (row) => <Outcome row={row} />,
        },
        {
          key: 'decision',
          header: t('proposals.col.decision'),
          width: 100,
          cell: (row) =>
            row.decision && (
              <Link to={`/awards/${row.decision.id}`}>
                {row.decision.register ?? row.decision.number ?? t('proposals.decisions.draft')}
              </Link>
            ),
        },
      ];
  return [
    {
      key: 'name',
      header: t('proposals.col.name'),
      width: 190,
      cell: (row) => (
        <span>
          <span className="so-strong">{row.name}</span>
          {row.gone && <Tag tone="warn">{t('proposals.proposal.gone')}</Tag>}
        </span>
      ),
    },
    {
      key: 'unit',
      header: t('proposals.col.unit'),
      width: 220,
      cell: (row) =>
        [row.post, row.unitName ?? row.fromUnit].filter((one) => one && one !== row.name).join(', '),
    },
    {
      key: 'form',
      header: t(registering ? 'proposals.col.registered' : 'proposals.col.form'),
      width: 165,
      cell: (row) => words.formName(row),
    },
    {
      key: 'achievement',
      header: t('proposals.field.achievement'),
      cell: (row) => <span className="so-proposals-short">{row.achievement ?? row.initiative}</span>,
    },
    ...chain,
    {
      key: 'actions',
      header: t('proposals.col.actions'),
      width: registering ? 76 : 108,
      cell: (row) => (
        <span className="so-row so-awards-tools">
          <IconButton
            icon={PencilLine}
            size="small"
            label={t('proposals.proposal.edit', { name: row.name })}
            onClick={() => onEdit(row)}
          />
          {!registering && (
            <IconButton
              icon={FileText}
              size="small"
              label={t('proposals.proposal.report', { name: row.name })}
              onClick={() =>
                void make('docx', {
                  paper: row.kind === 'collective' ? 'collectiveReport' : 'personalReport',
                  proposalIds: [row.id],
                })
              }
            />
          )}
          <IconButton
            icon={Trash2}
            size="small"
            label={t('proposals.proposal.remove', { name: row.name })}
            onClick={() => trash.fire({ ids: [row.id] })}
          />
        </span>
      ),
    },
  ];
}
