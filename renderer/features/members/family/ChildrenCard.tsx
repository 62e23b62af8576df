/** The children of a member, those of the spouse that may be shared, and the form of one child. */
import { Baby, GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  type Column,
  DateField,
  Drawer,
  FieldRow,
  IconButton,
  NameCell,
  Note,
  PlainTable,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../../ui';
import { Head, RowTools } from '../history/Head';
import type { Family } from './MarriageCard';
import { MemberField } from './MemberField';
import { SchoolDrawer } from './SchoolDrawer';
import { ageOfChild, schoolYearText } from './words';

type Member = OutputOf<'members.get'>;
export type Child = Family['children'][number];

export function ChildrenCard({
  member,
  family,
  onReload,
}: {
  member: Member;
  family: Family;
  onReload(): void;
}) {
  const t = useText();
  const [open, setOpen] = useState<Child | 'new' | null>(null);
  const [schooling, setSchooling] = useState<number | null>(null);
  const trash = useCommandOp('members.trashChildren', {
    done: (_, { ids }) =>
      t('memberFamily.child.trashed', {
        name: family.children.find((one) => one.id === ids[0])?.fullName ?? '',
      }),
  });
  const columns = useChildColumns(member.id, {
    onEdit: setOpen,
    onTrash: (id) => trash.fire({ ids: [id] }),
    onSchool: (row) => setSchooling(row.id),
  });
  const shown = family.children.find((one) => one.id === schooling);
  return (
    <section aria-label={t('memberFamily.child.title')}>
      <Head
        title={t('memberFamily.child.title')}
        add={{
          key: 'add',
          label: t('memberFamily.child.add'),
          icon: Baby,
          disabled: member.deletedAt !== null,
          onClick: () => setOpen('new'),
        }}
      />
      <SpouseChildren member={member} family={family} />
      {family.children.length === 0 ? (
        <p className="so-muted">{t('memberFamily.child.empty')}</p>
      ) : (
        <PlainTable
          framed
          caption={t('memberFamily.child.title')}
          columns={columns}
          rows={family.children}
          rowKey={(row) => row.id}
        />
      )}
      {open && (
        <ChildDrawer
          member={member}
          family={family}
          row={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onReload={onReload}
        />
      )}
      {shown && <SchoolDrawer child={shown} onClose={() => setSchooling(null)} />}
    </section>
  );
}

/** Children recorded for the spouse only: one press makes them children of both. */
function SpouseChildren({ member, family }: { member: Member; family: Family }) {
  const t = useText();
  const save = useCommandOp('members.saveChild', {
    done: (_, input) => t('memberFamily.child.adopted', { name: input.fullName }),
  });
  const { spouseChildren } = family;
  const [first] = spouseChildren;
  if (!first) return null;
  return (
    <Note
      tone="muc"
      icon={Baby}
      title={t('memberFamily.child.spouses', {
        count: spouseChildren.length,
        name: first.parents[0]?.fullName ?? '',
      })}
      action={
        <div className="so-row so-wrap">
          {spouseChildren.map(({ id, version, parentIds, fullName, gender, birthDate, memberId, note }) => (
            <button
              key={id}
              type="button"
              className="so-linklike"
              onClick={() =>
                save.fire({
                  ...{ id, version, fullName, gender, birthDate, memberId, note },
                  parentIds: [...parentIds, member.id],
                })
              }
            >
              {t('memberFamily.child.adopt', { name: fullName })}
            </button>
          ))}
        </div>
      }
    />
  );
}

function useChildColumns(
  memberId: number,
  on: { onEdit(row: Child): void; onTrash(id: number): void; onSchool(row: Child): void },
): Column<Child>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('memberFamily.child.name'),
      cell: (row) =>
        row.memberId === null ? (
          <NameCell name={row.fullName} given={row.givenName} />
        ) : (
          <Link to={`/members/${row.memberId}`}>
            <NameCell name={row.fullName} given={row.givenName} />
          </Link>
        ),
    },
    {
      key: 'gender',
      header: t('memberFamily.child.gender'),
      width: 84,
      cell: (row) => row.gender && t(`members.gender.${row.gender}`),
    },
    {
      key: 'birthDate',
      header: t('memberFamily.child.birthDate'),
      width: 110,
      cell: (row) => format.date(row.birthDate),
    },
    {
      key: 'age',
      header: t('memberFamily.child.age'),
      width: 120,
      cell: (row) => (row.birthDate ? ageOfChild(row.age, t) : ''),
    },
    {
      key: 'other',
      header: t('memberFamily.child.otherParent'),
      width: 180,
      cell: (row) => {
        const other = row.parents.find((parent) => parent.id !== memberId);
        return other && <Link to={`/members/${other.id}?tab=family`}>{other.fullName}</Link>;
      },
    },
    {
      key: 'result',
      header: t('memberFamily.child.result'),
      width: 230,
      cell: (row) => {
        const [last] = row.results;
        if (!last) return null;
        const result = last.result && t(`memberFamily.school.results.${last.result}`);
        return [schoolYearText(last.schoolYear), last.className, result, last.prize]
          .filter(Boolean)
          .join(' · ');
      },
    },
    {
      key: 'tools',
      header: '',
      width: 104,
      cell: (row) => (
        <div className="so-history__tools">
          <IconButton
            icon={GraduationCap}
            size="small"
            label={t('memberFamily.child.openResults', { name: row.fullName })}
            onClick={() => on.onSchool(row)}
          />
          <RowTools what={row.fullName} onEdit={() => on.onEdit(row)} onTrash={() => on.onTrash(row.id)} />
        </div>
      ),
    },
  ];
}

interface Values {
  fullName: string;
  gender: 'male' | 'female' | null;
  birthDate: string | null;
  otherParentId: number | null;
  memberId: number | null;
  note: string | null;
}

function ChildDrawer({
  member,
  family,
  row,
  onClose,
  onReload,
}: {
  member: Member;
  family: Family;
  row: Child | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveChild', {
    failure: 'inline',
    done: (_, input) => t('memberFamily.child.saved', { name: input.fullName }),
  });
  const spouse = family.marriages.find((one) => one.current)?.spouse ?? null;
  const other = row ? row.parents.find((parent) => parent.id !== member.id) : spouse;
  const known = [...(other ? [other] : []), ...(spouse ? [spouse] : [])];
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(row ? 'memberFamily.child.editTitle' : 'memberFamily.child.addTitle')}
      facts={member.fields.fullName}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={{ ...row, otherParentId: other?.id ?? null }}
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async ({ fullName, gender, birthDate, otherParentId, memberId, note }) => {
          await save.run({
            id: row?.id ?? null,
            version: row?.version ?? null,
            parentIds: otherParentId ? [member.id, otherParentId] : [member.id],
            fullName,
            gender: gender ?? null,
            birthDate: birthDate ?? null,
            memberId: memberId ?? null,
            note: note ?? null,
          });
          onClose();
        }}
      >
        <TextField name="fullName" label={t('memberFamily.child.name')} required max={100} autoFocus />
        <FieldRow>
          <DateField name="birthDate" label={t('memberFamily.child.birthDate')} />
          <SelectField
            name="gender"
            label={t('memberFamily.child.gender')}
            clearable
            options={(['female', 'male'] as const).map((value) => ({
              value,
              label: t(`members.gender.${value}`),
            }))}
          />
        </FieldRow>
        <MemberField
          name="otherParentId"
          label={t('memberFamily.child.otherParent')}
          hint={t('memberFamily.child.otherParentHint')}
          except={[member.id]}
          known={known}
        />
        <MemberField
          name="memberId"
          label={t('memberFamily.child.own')}
          hint={t('memberFamily.child.ownHint')}
          except={[member.id]}
          known={
            row?.memberId
              ? [{ id: row.memberId, fullName: row.fullName, birthDate: row.birthDate, department: null }]
              : []
          }
        />
        <TextAreaField name="note" label={t('memberFamily.child.note')} max={1000} />
      </RecordForm>
    </Drawer>
  );
}
