/** Dialogues at the workplace of a year. */
import { Handshake } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { DIALOGUE_KINDS } from '../../../shared/domain/democracy';
import { useText } from '../../client';
import { type Column, ConditionChips, useFormat, usePagedOp } from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';
import { useYear } from '../opinions/useOpinions';
import { DialogueForm } from './DialogueForm';
import { RecordsTab, useListPaper, useShown } from './RecordsTab';

export type Dialogue = OutputOf<'democracy.dialogues'>['rows'][number];

export function DialoguesTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { year, from, to, chooser } = useYear({ params, set });
  const [shown, show] = useShown({ params, set });
  const kind = DIALOGUE_KINDS.find((key) => key === params.get('kind')) ?? null;
  const search = params.get('q') ?? '';
  const source = usePagedOp('democracy.dialogues', { search, from, to, kind });
  return (
    <RecordsTab
      {...{ frame, source, search, set }}
      name="dialogues"
      icon={Handshake}
      columns={useDialogueColumns()}
      rowLabel={(row) => row.title}
      onOpen={(row) => navigate(`/opinions/dialogues/${row.id}`)}
      words={{
        add: t('democracy.dialogue.add'),
        search: t('democracy.dialogue.search'),
        empty: t('democracy.dialogue.empty'),
        emptyBody: t('democracy.dialogue.emptyBody'),
      }}
      onAdd={() => show('new')}
      paper={useListPaper('dialogues', year)}
      narrowed={kind !== null}
      clear={{ kind: null }}
      extra={chooser}
      conditions={
        <ConditionChips
          label={t('democracy.field.kind')}
          value={kind}
          onChange={(key) => set({ kind: key })}
          all={t('opinions.all')}
          items={DIALOGUE_KINDS.map((key) => ({ key, label: t(`democracy.kind.${key}`) }))}
        />
      }
      drawer={{
        title: t('democracy.dialogue.add'),
        open: shown === 'new',
        onClose: () => show(null),
        content: (
          <DialogueForm
            dialogue={null}
            onDone={(id) => (id === null ? show(null) : navigate(`/opinions/dialogues/${id}`))}
          />
        ),
      }}
    />
  );
}

function useDialogueColumns(): Column<Dialogue>[] {
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
        width: 120,
        cell: (row) => t(`democracy.kind.${row.kind}`),
      },
      {
        key: 'title',
        header: t('democracy.field.title'),
        width: 310,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.title}
          </span>
        ),
        title: (row) => row.title,
      },
      {
        key: 'people',
        header: t('democracy.dialogue.sides'),
        width: 130,
        align: 'right',
        cell: (row) =>
          row.employerCount === null && row.workerCount === null
            ? null
            : `${format.count(row.employerCount ?? 0)} + ${format.count(row.workerCount ?? 0)}`,
      },
      {
        key: 'opinions',
        header: t('democracy.field.opinions'),
        width: 150,
        cell: (row) =>
          row.opinions === 0
            ? null
            : t('democracy.dialogue.answeredOf', { done: row.answered, all: row.opinions }),
      },
      {
        key: 'conclusions',
        header: t('democracy.field.conclusions'),
        width: 318,
        cell: (row) => <span lang="vi">{row.conclusions}</span>,
        title: (row) => row.conclusions ?? '',
      },
      {
        key: 'place',
        header: t('democracy.field.place'),
        width: 160,
        hidden: true,
        cell: (row) => <span lang="vi">{row.place}</span>,
      },
    ],
    [t, format],
  );
}
