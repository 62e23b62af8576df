/** People and collectives that are not considered for a time. */
import { PauseCircle, PencilLine, Trash2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  type Column,
  DateField,
  Drawer,
  EmptyState,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  MemberField,
  PlainTable,
  RecordForm,
  SegmentedField,
  SelectField,
  Tag,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';

type Row = OutputOf<'awardRules.holds'>['rows'][number];

export function useHoldActions() {
  const t = useText();
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const actions: Action[] = [
    { key: 'hold', label: t('awardRules.holds.add'), icon: UserPlus, onClick: () => setEditing('new') },
  ];
  return { actions, editing, setEditing };
}

export function HoldsPart({ actions, editing, setEditing }: ReturnType<typeof useHoldActions>) {
  const t = useText();
  const query = useQueryOp('awardRules.holds', {}, { keep: true });
  const columns = useHoldColumns(setEditing);
  const close = () => setEditing(null);
  return (
    <>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : query.data.rows.length === 0 ? (
        <EmptyState
          icon={PauseCircle}
          title={t('awardRules.holds.empty')}
          {...(actions[0] ? { primary: actions[0] } : {})}
        >
          {t('awardRules.holds.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          framed
          caption={t('awardRules.parts.holds')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
        />
      )}
      <Drawer
        open={editing !== null}
        onClose={close}
        title={editing === 'new' ? t('awardRules.holds.add') : t('awardRules.holds.edit')}
      >
        {editing !== null && <HoldForm row={editing === 'new' ? null : editing} onDone={close} />}
      </Drawer>
    </>
  );
}

function useHoldColumns(onEdit: (row: Row) => void): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('awardRules.trashHolds', { done: () => t('awardRules.holds.trashed') });
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'who',
        header: t('awardRules.holds.who'),
        cell: (row) => (
          <>
            {row.memberId === null ? (
              <span className="so-strong">{row.name}</span>
            ) : (
              <Link to={`/members/${row.memberId}`}>{row.name}</Link>
            )}
            {row.department && <div className="so-caption">{row.department}</div>}
          </>
        ),
      },
      {
        key: 'from',
        header: t('awardRules.field.fromOn'),
        width: 120,
        cell: (row) => format.date(row.fromOn),
      },
      {
        key: 'until',
        header: t('awardRules.field.untilOn'),
        width: 120,
        cell: (row) => row.untilOn && format.date(row.untilOn),
      },
      { key: 'reason', header: t('awardRules.field.reason'), width: 300, cell: (row) => row.reason },
      {
        key: 'state',
        header: t('awards.col.status'),
        width: 140,
        cell: (row) => (
          <Tag tone={row.open ? 'warn' : 'neutral'}>
            {t(row.open ? 'awardRules.holds.open' : 'awardRules.holds.closed')}
          </Tag>
        ),
      },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 78,
        cell: (row) => (
          <span className="so-row so-awards-tools">
            <IconButton
              icon={PencilLine}
              size="small"
              label={t('awardRules.holds.change', { name: row.name })}
              onClick={() => onEdit(row)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t('awardRules.holds.remove', { name: row.name })}
              onClick={() => trash.fire({ ids: [row.id] })}
            />
          </span>
        ),
      },
    ],
    [t, format, onEdit, trash.fire],
  );
}

type Values = Omit<InputOf<'awardRules.saveHold'>, 'id' | 'version'> & { who: 'individual' | 'collective' };

function HoldForm({ row, onDone }: { row: Row | null; onDone(): void }) {
  const t = useText();
  const [who, setWho] = useState<Values['who']>(row && row.orgUnitId !== null ? 'collective' : 'individual');
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const save = useCommandOp('awardRules.saveHold', {
    failure: 'inline',
    done: () => t('awardRules.holds.saved'),
  });
  const { memberId, orgUnitId, fromOn, untilOn, reason } = row ?? {
    ...{ memberId: null, orgUnitId: null, fromOn: todayIso(), untilOn: null, reason: null },
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ memberId, orgUnitId, fromOn, untilOn, reason, who }}
      onCancel={onDone}
      onValues={(values) => setWho(values.who ?? 'individual')}
      onSubmit={async ({ who: chosen, ...values }) => {
        const subject =
          chosen === 'collective'
            ? { memberId: null, orgUnitId: values.orgUnitId }
            : { memberId: values.memberId, orgUnitId: null };
        await save.run({ ...values, ...subject, id: row?.id ?? null, version: row?.version ?? null });
        onDone();
      }}
    >
      <SegmentedField
        name="who"
        label={t('awardRules.holds.whoKind')}
        options={(['individual', 'collective'] as const).map((value) => ({
          value,
          label: t(`awards.kinds.${value}`),
        }))}
      />
      {who === 'collective' ? (
        <SelectField
          name="orgUnitId"
          label={t('awardRules.field.orgUnitId')}
          required
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      ) : (
        <MemberField
          name="memberId"
          label={t('awardRules.field.memberId')}
          required
          shown={row?.name ?? null}
        />
      )}
      <FieldRow>
        <DateField name="fromOn" label={t('awardRules.field.fromOn')} precision="day" required />
        <DateField
          name="untilOn"
          label={t('awardRules.field.untilOn')}
          precision="day"
          optional
          hint={t('awardRules.holds.until')}
        />
      </FieldRow>
      <TextField name="reason" label={t('awardRules.field.reason')} optional max={300} />
    </RecordForm>
  );
}
