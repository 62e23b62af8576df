/** The marriages of a member: a spouse who is a member too, or somebody outside. */
import { Form } from 'antd';
import { Heart } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  type Column,
  DateField,
  Drawer,
  FieldRow,
  PlainTable,
  RecordForm,
  SegmentedField,
  SelectField,
  Tag,
  TextAreaField,
  TextField,
  useFormat,
} from '../../../ui';
import { Head, RowTools } from '../history/Head';
import { MemberField } from './MemberField';

export type Family = OutputOf<'members.family'>;
type Marriage = Family['marriages'][number];
type Member = OutputOf<'members.get'>;

export const spouseName = (row: Marriage): string => row.spouse?.fullName ?? row.spouseName ?? '';

export function MarriageCard({
  member,
  family,
  onReload,
}: {
  member: Member;
  family: Family;
  onReload(): void;
}) {
  const t = useText();
  const [open, setOpen] = useState<Marriage | 'new' | null>(null);
  const trash = useCommandOp('members.trashMarriages', {
    done: (_, { ids }) => {
      const row = family.marriages.find((one) => one.id === ids[0]);
      return t('memberFamily.marriage.trashed', { name: row ? spouseName(row) : '' });
    },
  });
  const columns = useMarriageColumns(setOpen, (id) => trash.fire({ ids: [id] }));
  return (
    <section aria-label={t('memberFamily.marriage.title')}>
      <Head
        title={t('memberFamily.marriage.title')}
        add={{
          key: 'add',
          label: t('memberFamily.marriage.add'),
          icon: Heart,
          disabled: member.deletedAt !== null,
          onClick: () => setOpen('new'),
        }}
      />
      {family.marriages.length === 0 ? (
        <p className="so-muted">{t('memberFamily.marriage.empty')}</p>
      ) : (
        <PlainTable
          framed
          caption={t('memberFamily.marriage.title')}
          columns={columns}
          rows={family.marriages}
          rowKey={(row) => row.id}
        />
      )}
      {open && (
        <MarriageDrawer
          member={member}
          row={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onReload={onReload}
        />
      )}
    </section>
  );
}

function useMarriageColumns(
  onEdit: (row: Marriage) => void,
  onTrash: (id: number) => void,
): Column<Marriage>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'spouse',
      header: t('memberFamily.marriage.spouse'),
      cell: (row) => (
        <>
          {row.spouse ? (
            <Link className="so-strong" to={`/members/${row.spouse.id}?tab=family`}>
              {row.spouse.fullName}
            </Link>
          ) : (
            <span className="so-strong">{row.spouseName}</span>
          )}
          <div className="so-caption">
            {row.spouse
              ? [row.spouse.birthDate?.slice(0, 4), row.spouse.department].filter(Boolean).join(' · ')
              : [row.spouseBirthDate?.slice(0, 4), row.spouseWork, row.spousePhone]
                  .filter(Boolean)
                  .join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'marriedOn',
      header: t('memberFamily.marriage.marriedOn'),
      width: 120,
      cell: (row) => format.date(row.marriedOn),
    },
    {
      key: 'state',
      header: t('memberFamily.marriage.state'),
      width: 250,
      cell: (row) => {
        if (row.endKind === null)
          return row.spouse && row.current ? (
            <Tag tone="ok">{t('memberFamily.marriage.current')}</Tag>
          ) : (
            t('memberFamily.marriage.together')
          );
        const when = row.endedOn && t('memberFamily.marriage.since', { date: format.date(row.endedOn) });
        return [t(`memberFamily.marriage.${row.endKind}`), when].filter(Boolean).join(' ');
      },
    },
    {
      key: 'note',
      header: t('memberFamily.marriage.note'),
      width: 220,
      cell: (row) => row.note,
    },
    {
      key: 'tools',
      header: '',
      width: 72,
      cell: (row) => (
        <RowTools what={spouseName(row)} onEdit={() => onEdit(row)} onTrash={() => onTrash(row.id)} />
      ),
    },
  ];
}

interface Values {
  kind: 'member' | 'outside';
  state: 'together' | 'divorced' | 'widowed';
  spouseId: number | null;
  spouseName: string | null;
  spouseBirthDate: string | null;
  spouseWork: string | null;
  spousePhone: string | null;
  marriedOn: string | null;
  endedOn: string | null;
  note: string | null;
}

function MarriageDrawer({
  member,
  row,
  onClose,
  onReload,
}: {
  member: Member;
  row: Marriage | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveMarriage', {
    failure: 'inline',
    done: () => t('memberFamily.marriage.saved', { name: member.fields.fullName }),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(row ? 'memberFamily.marriage.editTitle' : 'memberFamily.marriage.addTitle')}
      facts={member.fields.fullName}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={
          row
            ? { ...row, kind: row.spouseId === null ? 'outside' : 'member', state: row.endKind ?? 'together' }
            : { kind: 'member', state: 'together' }
        }
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async ({ kind, state, ...values }) => {
          const outside = kind === 'outside';
          await save.run({
            id: row?.id ?? null,
            version: row?.version ?? null,
            memberId: member.id,
            spouseId: outside ? null : (values.spouseId ?? null),
            spouseName: outside ? (values.spouseName ?? null) : null,
            spouseBirthDate: outside ? (values.spouseBirthDate ?? null) : null,
            spouseWork: outside ? (values.spouseWork ?? null) : null,
            spousePhone: outside ? (values.spousePhone ?? null) : null,
            marriedOn: values.marriedOn ?? null,
            endKind: state === 'together' ? null : state,
            endedOn: state === 'together' ? null : (values.endedOn ?? null),
            note: values.note ?? null,
          });
          onClose();
        }}
      >
        <MarriageFields member={member} row={row} />
      </RecordForm>
    </Drawer>
  );
}

function MarriageFields({ member, row }: { member: Member; row: Marriage | null }) {
  const t = useText();
  const form = Form.useFormInstance<Values>();
  const outside = Form.useWatch('kind', form) === 'outside';
  const over = (Form.useWatch('state', form) ?? 'together') !== 'together';
  return (
    <>
      <SegmentedField
        name="kind"
        label={t('memberFamily.marriage.kind')}
        options={(['member', 'outside'] as const).map((value) => ({
          value,
          label: t(`memberFamily.marriage.${value}`),
        }))}
      />
      {outside ? (
        <>
          <TextField name="spouseName" label={t('memberFamily.marriage.spouseName')} required max={100} />
          <FieldRow>
            <DateField name="spouseBirthDate" label={t('memberFamily.marriage.spouseBirthDate')} />
            <TextField
              name="spousePhone"
              label={t('memberFamily.marriage.spousePhone')}
              inputMode="tel"
              max={30}
            />
          </FieldRow>
          <TextField name="spouseWork" label={t('memberFamily.marriage.spouseWork')} max={200} />
        </>
      ) : (
        <MemberField
          name="spouseId"
          label={t('memberFamily.marriage.spouseId')}
          hint={t('memberFamily.marriage.spouseIdHint')}
          required
          except={[member.id]}
          known={row?.spouse ? [row.spouse] : []}
        />
      )}
      <DateField name="marriedOn" label={t('memberFamily.marriage.marriedOn')} />
      <SelectField
        name="state"
        label={t('memberFamily.marriage.state')}
        options={(['together', 'divorced', 'widowed'] as const).map((value) => ({
          value,
          label: t(`memberFamily.marriage.${value}`),
        }))}
      />
      {over && <DateField name="endedOn" label={t('memberFamily.marriage.endedOn')} />}
      <TextAreaField name="note" label={t('memberFamily.marriage.note')} max={1000} />
    </>
  );
}
