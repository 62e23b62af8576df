/** Absence of one member, with the working days of this year. */
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { ABSENCE_KINDS, type AbsenceKind } from '../../../../shared/domain/memberHistory';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  CountField,
  DateField,
  Drawer,
  FieldRow,
  RecordForm,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import { Head, RowTools } from './Head';
import { Records } from './Records';

type Absence = OutputOf<'members.absences'>['rows'][number];
type Member = OutputOf<'members.get'>;

export function AbsenceCard({ member }: { member: Member }) {
  const t = useText();
  const [open, setOpen] = useState<Absence | 'new' | null>(null);
  const list = useQueryOp('members.absences', { memberId: member.id });
  const trash = useCommandOp('members.trashAbsences', {
    done: (_, input) => {
      const row = list.data?.rows.find((one) => one.id === input.ids[0]);
      return t('memberHistory.absence.trashed', {
        what: row ? t(`memberHistory.absence.kinds.${row.kind}`) : '',
      });
    },
  });
  const columns = useAbsenceColumns(setOpen, (id) => trash.fire({ ids: [id] }));
  const year = list.data?.year;
  const add = {
    key: 'add',
    label: t('memberHistory.absence.add'),
    icon: CalendarOff,
    disabled: member.deletedAt !== null,
    onClick: () => setOpen('new'),
  };
  return (
    <section aria-label={t('memberHistory.absence.title')}>
      <Head
        title={t('memberHistory.absence.title')}
        facts={
          year && year.days > 0
            ? t('memberHistory.absence.yearSum', {
                year: year.year,
                days: year.days,
                without: year.withoutMaternity,
              })
            : undefined
        }
        add={add}
      />
      <Records
        list={list}
        title={t('memberHistory.absence.title')}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="so-muted">{t('memberHistory.absence.empty')}</p>}
      />
      {open && (
        <AbsenceDrawer
          member={member}
          row={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onReload={() => void list.refetch()}
        />
      )}
    </section>
  );
}

function useAbsenceColumns(onEdit: (row: Absence) => void, onTrash: (id: number) => void): Column<Absence>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'when',
      header: t('memberHistory.facts.whenIt'),
      width: 220,
      cell: (row) =>
        row.toDate === null
          ? `${format.date(row.fromDate)} – ${t('memberHistory.absence.still')}`
          : format.range(row.fromDate, row.toDate),
    },
    {
      key: 'kind',
      header: t('memberHistory.absence.kind'),
      width: 180,
      cell: (row) => <span className="so-strong">{t(`memberHistory.absence.kinds.${row.kind}`)}</span>,
    },
    {
      key: 'days',
      header: t('memberHistory.absence.days'),
      width: 190,
      cell: (row) =>
        t(row.days === null ? 'memberHistory.absence.counted' : 'memberHistory.absence.typed', {
          count: row.workingDays,
        }),
    },
    { key: 'note', header: t('memberHistory.absence.note'), cell: (row) => row.note },
    {
      key: 'tools',
      header: '',
      width: 72,
      cell: (row) => (
        <RowTools
          what={`${t(`memberHistory.absence.kinds.${row.kind}`)} ${format.date(row.fromDate)}`}
          onEdit={() => onEdit(row)}
          onTrash={() => onTrash(row.id)}
        />
      ),
    },
  ];
}

interface Values {
  kind: AbsenceKind;
  fromDate: string;
  toDate: string | null;
  days: number | null;
  note: string | null;
}

function AbsenceDrawer({
  member,
  row,
  onClose,
  onReload,
}: {
  member: Member;
  row: Absence | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveAbsence', {
    failure: 'inline',
    done: (_, input) =>
      t('memberHistory.absence.saved', { what: t(`memberHistory.absence.kinds.${input.kind}`) }),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(row ? 'memberHistory.absence.editTitle' : 'memberHistory.absence.addTitle')}
      facts={member.fields.fullName}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={
          row
            ? { kind: row.kind, fromDate: row.fromDate, toDate: row.toDate, days: row.days, note: row.note }
            : { kind: 'sick', fromDate: todayIso() }
        }
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async (values) => {
          await save.run({
            ...values,
            memberId: member.id,
            id: row?.id ?? null,
            version: row?.version ?? null,
          });
          onClose();
        }}
      >
        <SelectField
          name="kind"
          label={t('memberHistory.absence.kind')}
          required
          autoFocus
          options={ABSENCE_KINDS.map((value) => ({
            value,
            label: t(`memberHistory.absence.kinds.${value}`),
          }))}
        />
        <FieldRow>
          <DateField name="fromDate" label={t('memberHistory.absence.fromDate')} precision="day" required />
          <DateField
            name="toDate"
            label={t('memberHistory.absence.toDate')}
            hint={t('memberHistory.absence.toHint')}
            precision="day"
          />
        </FieldRow>
        <CountField
          name="days"
          label={t('memberHistory.absence.days')}
          hint={t('memberHistory.absence.daysHint')}
          unit={t('memberHistory.absence.daysUnit')}
          max={5000}
        />
        <TextField
          name="note"
          label={t('memberHistory.absence.note')}
          hint={t('memberHistory.absence.noteHint')}
          max={300}
        />
      </RecordForm>
    </Drawer>
  );
}
