import { Pencil, Plus, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useJobOp, useText } from '../../../client';
import {
  ActionButton,
  ChoiceChips,
  DataTable,
  EmptyState,
  FiguresStrip,
  ProgressPanel,
  useColumns,
  usePagedOp,
} from '../../../ui';
import { fieldName } from './fieldNames';
import type { Opened, Preview, Sums } from './ImportPage';
import { useRowColumns } from './rowColumns';
import { SuspectChoice } from './SuspectChoice';
import type { Mapping } from './useMapping';

export type Row = OutputOf<'members.importRows'>['rows'][number];
type Show = 'attention' | 'new' | 'changed' | 'same' | 'all';

/** Every row judged, suspects first; nothing is written until the last of them is settled. */
export function PreviewStep({
  opened,
  preview,
  mapping,
  onBack,
  onLeave,
  onDone,
}: {
  opened: Opened;
  preview: Preview;
  mapping: Mapping;
  onBack(): void;
  onLeave(): void;
  onDone(sums: Sums): void;
}) {
  const t = useText();
  const { importId } = opened;
  const { counts } = preview;
  const [show, setShow] = useState<Show>(counts.suspect > 0 ? 'attention' : 'all');
  const [undecided, setUndecided] = useState(preview.undecided);
  const [remark, setRemark] = useState<string | null>(null);
  const [oneCandidate, setOneCandidate] = useState(preview.oneCandidate);
  const source = usePagedOp('members.importRows', { importId, show: show === 'all' ? null : show, remark });
  const columns = useColumns(null, useRowColumns(opened, mapping));
  const decide = useCommandOp('members.importDecide', { done: null });
  const commit = useJobOp('members.importCommit', {
    done: (data) =>
      t('members.import.done.written', { count: data.sums.created + data.sums.updated + data.sums.merged }),
  });
  const discard = useCommandOp('members.importDiscard', { done: null });
  const choose = async (
    lines: number[] | 'one' | 'open',
    decision: 'add' | 'merge' | 'skip',
    memberId: number | null = null,
  ) => {
    const answer = await decide.run({ importId, lines, decision, memberId }).catch(() => null);
    if (answer) {
      setUndecided(answer.undecided);
      setOneCandidate(answer.oneCandidate);
    }
    source.retry();
  };
  const write = async () => {
    const answer = await commit.run({ importId });
    if (answer) onDone(answer.sums);
  };
  if (commit.running && commit.progress)
    return (
      <ProgressPanel
        title={t('members.import.writing')}
        progress={commit.progress}
        onStop={commit.cancel}
        stopping={commit.stopping}
      />
    );
  const toWrite = counts.new + counts.changed + counts.suspect;
  return (
    <>
      <FiguresStrip
        label={t('members.import.steps.preview')}
        figures={[
          ...(['new', 'changed', 'same', 'suspect'] as const).map((verdict) => ({
            key: verdict,
            label: t(`members.import.verdict.${verdict}`),
            value: counts[verdict],
            note: t(`members.import.verdictNote.${verdict}`),
          })),
          {
            key: 'total',
            label: t('members.import.verdict.total'),
            value: preview.total,
            note: t('members.import.verdictNote.total', {
              sum: [counts.new, counts.changed, counts.same, counts.suspect].join(' + '),
            }),
          },
        ]}
      />
      <div className="so-row so-wrap so-import-filter">
        <ChoiceChips<Show>
          label={t('members.import.steps.preview')}
          active={show}
          onChange={(key) => setShow(key)}
          items={[
            { key: 'attention', label: t('members.import.show.attention') },
            { key: 'new', label: t('members.import.verdict.new') },
            { key: 'changed', label: t('members.import.verdict.changed') },
            { key: 'same', label: t('members.import.verdict.same') },
            { key: 'all', label: t('members.import.show.all') },
          ]}
        />
        <NewPlaces preview={preview} />
        <span className="so-push" />
        {undecided > 1 && (
          <>
            {oneCandidate > 0 && (
              <button type="button" className="so-linklike" onClick={() => void choose('one', 'merge')}>
                {t('memberImport.mergeOne', { count: oneCandidate })}
              </button>
            )}
            <button type="button" className="so-linklike" onClick={() => void choose('open', 'add')}>
              {t('members.import.decision.allAdd')}
            </button>
            <button type="button" className="so-linklike" onClick={() => void choose('open', 'skip')}>
              {t('members.import.decision.allSkip')}
            </button>
          </>
        )}
      </div>
      <Remarks
        remarks={preview.remarks}
        opened={opened}
        active={remark}
        onChoose={(kind) => {
          setRemark(kind);
          if (kind !== null) setShow('all');
        }}
      />
      <DataTable
        label={t('members.import.steps.preview')}
        source={source}
        columns={columns}
        rowKey={(row) => row.line}
        rowLabel={(row) => String(row.values.fullName ?? row.line)}
        extra={(row) =>
          row.verdict === 'suspect' ? (
            <SuspectChoice
              row={row}
              onChoose={(decision, memberId) => void choose([row.line], decision, memberId)}
            />
          ) : null
        }
        empty={<EmptyState icon={ShieldCheck} title={t('members.import.nothing')} />}
      />
      <div className="so-import-foot">
        <span className="so-muted so-row">
          <ShieldCheck size={16} aria-hidden /> {t('members.import.safe')}
        </span>
        <span className="so-push" />
        <ActionButton
          action={{
            key: 'cancel',
            label: t('members.import.discard'),
            onClick: () => {
              discard.fire({ importId });
              onLeave();
            },
          }}
        />
        <ActionButton action={{ key: 'back', label: t('members.import.back'), onClick: onBack }} />
        <ActionButton
          primary
          action={{
            key: 'commit',
            label:
              undecided > 0
                ? t('members.import.undecided', { count: undecided })
                : t('members.import.commit', { count: toWrite }),
            icon: undecided > 0 ? TriangleAlert : counts.new > 0 ? Plus : Pencil,
            onClick: () => void write().catch(() => undefined),
            disabled: undecided > 0,
          }}
        />
      </div>
    </>
  );
}

/** How many values were understood other than as they stand; one click lists their rows. */
function Remarks({
  remarks,
  opened,
  active,
  onChoose,
}: {
  remarks: Preview['remarks'];
  opened: Opened;
  active: string | null;
  onChoose(kind: string | null): void;
}) {
  const t = useText();
  if (remarks.length === 0) return null;
  const items = remarks.map(({ field, kind, count }) => {
    const name = fieldName(field, opened.extraFields, t);
    const words = t.any(`memberImport.remark.${kind}`, { count, field: name });
    return { key: `${kind}/${field}`, kind, words };
  });
  return (
    <fieldset className="so-import-remarks">
      <legend>{t('memberImport.remarks')}</legend>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          aria-pressed={active === item.kind}
          onClick={() => onChoose(active === item.kind ? null : item.kind)}
        >
          {item.words}
        </button>
      ))}
    </fieldset>
  );
}

function NewPlaces({ preview }: { preview: Preview }) {
  const t = useText();
  const { newDepartments, newGroups } = preview;
  const parts = [
    newDepartments.length > 0 && t('members.import.newDepartments', { count: newDepartments.length }),
    newGroups.length > 0 && t('members.import.newGroups', { count: newGroups.length }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <span className="so-muted" title={[...newDepartments, ...newGroups].join('\n')}>
      {t('members.import.newPlaces', { names: parts.join(', ') })}
    </span>
  );
}
