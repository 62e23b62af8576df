/** Discipline of one member: by the union, the employer, and the Party while its fields are on. */
import { Form } from 'antd';
import { Gavel } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import {
  DISCIPLINE_SIDES,
  type DisciplineForm,
  type DisciplineSide,
  FORMS_OF_SIDE,
} from '../../../../shared/domain/memberHistory';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  DateField,
  Drawer,
  FieldRow,
  RecordForm,
  SelectField,
  Tag,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import { Head, RowTools } from './Head';
import { Records } from './Records';
import { decisionText } from './words';

type Discipline = OutputOf<'members.disciplines'>['rows'][number];
type Member = OutputOf<'members.get'>;

export function DisciplineCard({ member }: { member: Member }) {
  const t = useText();
  const [open, setOpen] = useState<Discipline | 'new' | null>(null);
  const list = useQueryOp('members.disciplines', { memberId: member.id });
  const trash = useCommandOp('members.trashDisciplines', {
    done: (_, input) => {
      const row = list.data?.rows.find((one) => one.id === input.ids[0]);
      return t('memberHistory.discipline.trashed', {
        what: row ? t(`memberHistory.discipline.forms.${row.form}`) : '',
      });
    },
  });
  const columns = useDisciplineColumns(setOpen, (id) => trash.fire({ ids: [id] }));
  const add = {
    key: 'add',
    label: t('memberHistory.discipline.add'),
    icon: Gavel,
    disabled: member.deletedAt !== null,
    onClick: () => setOpen('new'),
  };
  return (
    <section aria-label={t('memberHistory.discipline.title')}>
      <Head title={t('memberHistory.discipline.title')} add={add} />
      <Records
        list={list}
        title={t('memberHistory.discipline.title')}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="so-muted">{t('memberHistory.discipline.empty')}</p>}
      />
      {open && (
        <DisciplineDrawer
          member={member}
          row={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onReload={() => void list.refetch()}
        />
      )}
    </section>
  );
}

function useDisciplineColumns(
  onEdit: (row: Discipline) => void,
  onTrash: (id: number) => void,
): Column<Discipline>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'when',
      header: t('memberHistory.facts.whenIt'),
      width: 120,
      cell: (row) => format.date(row.onDate),
    },
    {
      key: 'form',
      header: t('memberHistory.discipline.form'),
      width: 220,
      cell: (row) => (
        <>
          <span className="so-strong">{t(`memberHistory.discipline.forms.${row.form}`)}</span>
          <div className="so-caption">{t(`memberHistory.discipline.sides.${row.side}`)}</div>
        </>
      ),
    },
    { key: 'reason', header: t('memberHistory.field.reason'), cell: (row) => row.reason },
    {
      key: 'basis',
      header: t('memberHistory.facts.basis'),
      width: 240,
      cell: (row) => decisionText(t, format, row),
    },
    {
      key: 'state',
      header: '',
      width: 150,
      cell: (row) =>
        row.inEffect ? (
          <Tag tone="warn">{t('memberHistory.discipline.inEffect')}</Tag>
        ) : (
          row.effectUntil && t('memberHistory.discipline.until', { date: format.date(row.effectUntil) })
        ),
    },
    {
      key: 'tools',
      header: '',
      width: 72,
      cell: (row) => (
        <RowTools
          what={`${t(`memberHistory.discipline.forms.${row.form}`)} ${format.date(row.onDate)}`}
          onEdit={() => onEdit(row)}
          onTrash={() => onTrash(row.id)}
        />
      ),
    },
  ];
}

interface Values {
  side: DisciplineSide;
  form: DisciplineForm;
  onDate: string;
  effectUntil: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
}

function DisciplineDrawer({
  member,
  row,
  onClose,
  onReload,
}: {
  member: Member;
  row: Discipline | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveDiscipline', {
    failure: 'inline',
    done: (_, input) =>
      t('memberHistory.discipline.saved', { what: t(`memberHistory.discipline.forms.${input.form}`) }),
  });
  const { id, version, inEffect: _inEffect, ...known } = row ?? { id: null, version: null, inEffect: false };
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(row ? 'memberHistory.discipline.editTitle' : 'memberHistory.discipline.addTitle')}
      facts={member.fields.fullName}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={row ? (known as Values) : { side: 'employer', onDate: todayIso() }}
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async (values) => {
          await save.run({ ...values, memberId: member.id, id, version });
          onClose();
        }}
      >
        <DisciplineFields />
      </RecordForm>
    </Drawer>
  );
}

function DisciplineFields() {
  const t = useText();
  const form = Form.useFormInstance<Values>();
  const side = Form.useWatch('side', form) ?? 'employer';
  const chosen = Form.useWatch('form', form);
  const groups = useQueryOp('members.sensitive', {}).data?.rows;
  const partyOn = groups?.some((group) => group.group === 'party' && group.enabled) ?? false;
  const forms = FORMS_OF_SIDE[side];
  return (
    <>
      <SelectField
        name="side"
        label={t('memberHistory.discipline.side')}
        required
        {...(partyOn ? {} : { hint: t('memberHistory.discipline.partyOff') })}
        onPicked={(picked) => {
          if (chosen && !FORMS_OF_SIDE[picked as DisciplineSide]?.includes(chosen))
            form.setFieldValue('form', undefined);
        }}
        options={DISCIPLINE_SIDES.filter((value) => value !== 'party' || partyOn).map((value) => ({
          value,
          label: t(`memberHistory.discipline.sides.${value}`),
        }))}
      />
      <SelectField
        name="form"
        label={t('memberHistory.discipline.form')}
        required
        options={forms.map((value) => ({ value, label: t(`memberHistory.discipline.forms.${value}`) }))}
      />
      <FieldRow>
        <DateField name="onDate" label={t('memberHistory.discipline.onDate')} required />
        <DateField name="effectUntil" label={t('memberHistory.discipline.effectUntil')} precision="day" />
      </FieldRow>
      <FieldRow>
        <TextField name="decisionNo" label={t('memberHistory.field.decisionNo')} max={80} />
        <DateField name="decisionDate" label={t('memberHistory.field.decisionDate')} />
      </FieldRow>
      <TextField name="reason" label={t('memberHistory.field.reason')} max={300} />
    </>
  );
}
