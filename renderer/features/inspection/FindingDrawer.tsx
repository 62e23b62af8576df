/** One finding: what is recommended, whose it is, until when, and how it was mended with its evidence. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { InputOf } from '../../../shared/contract';
import type { InspectionKind } from '../../../shared/domain/inspection';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  FieldRow,
  FormSection,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  todayIso,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import type { Finding } from './words';

/** A finding that is recorded, found by its id. */
export function FindingDrawer({
  kind,
  id,
  onClose,
}: {
  kind: InspectionKind;
  id: number | null;
  onClose(): void;
}) {
  const t = useText();
  const rows = useQueryOp('inspection.findings', { kind, limit: 500 }, { enabled: id !== null, keep: true })
    .data?.rows;
  const finding = rows?.find((row) => row.id === id);
  return (
    <Drawer open={id !== null} onClose={onClose} title={t('inspection.finding.edit')} width={520}>
      {finding && (
        <div className="so-stack">
          <Link to={`/inspection/sessions/${finding.sessionId}`}>{finding.session}</Link>
          <FindingForm
            key={`${finding.id}.${finding.version}`}
            sessionId={finding.sessionId}
            heldOn={finding.heldOn}
            finding={finding}
            onDone={onClose}
          />
        </div>
      )}
    </Drawer>
  );
}

type Values = Omit<
  InputOf<'inspection.saveFinding'>,
  'id' | 'version' | 'sessionId' | 'ownerMemberId' | 'ownerName'
> & { ownerKind: 'unit' | 'person'; person: Person | null };

interface FindingFormProps {
  sessionId: number;
  heldOn: string;
  finding: Finding | null;
  onDone(): void;
}

function valuesOf(finding: Finding | null): Partial<Values> {
  if (!finding) return { ownerKind: 'unit', person: null };
  const { text, recommendation, ownerUnitId, ownerMemberId, owner, dueOn, mendedOn, result } = finding;
  const byPerson = ownerUnitId === null && owner !== null;
  return {
    ...{ text, recommendation, ownerUnitId, dueOn, mendedOn, result },
    ownerKind: byPerson ? 'person' : 'unit',
    person: byPerson ? { memberId: ownerMemberId, name: owner } : null,
  };
}

export function FindingForm({ sessionId, heldOn, finding, onDone }: FindingFormProps) {
  const t = useText();
  const initial = valuesOf(finding);
  const [ownerKind, setOwnerKind] = useState(initial.ownerKind);
  const save = useCommandOp('inspection.saveFinding', {
    failure: 'inline',
    done: () => t(finding ? 'inspection.finding.saved' : 'inspection.finding.added'),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onValues={(values) => setOwnerKind((values as Partial<Values>).ownerKind)}
      onCancel={onDone}
      onSubmit={async ({ ownerKind: by, person, ownerUnitId, ...values }) => {
        const named = by === 'person' ? person : null;
        await save.run({
          ...values,
          id: finding?.id ?? null,
          version: finding?.version ?? null,
          sessionId,
          ownerUnitId: by === 'unit' ? (ownerUnitId ?? null) : null,
          ownerMemberId: named?.memberId ?? null,
          ownerName: named && named.memberId === null ? named.name : null,
        });
        onDone();
      }}
    >
      <TextAreaField
        name="text"
        label={t('inspection.field.text')}
        required
        max={1000}
        autoFocus={finding === null}
      />
      <TextAreaField name="recommendation" label={t('inspection.field.recommendation')} optional max={2000} />
      <Owner by={ownerKind ?? 'unit'} />
      <DateField name="dueOn" label={t('inspection.field.dueOn')} precision="day" optional min={heldOn} />
      <FormSection title={t('inspection.finding.mending')}>
        <DateField
          name="mendedOn"
          label={t('inspection.field.mendedOn')}
          precision="day"
          optional
          min={heldOn}
          max={todayIso()}
        />
        <TextAreaField name="result" label={t('inspection.field.result')} optional max={2000} />
      </FormSection>
      {finding && (
        <>
          <EvidenceBox
            entity="inspection_finding"
            entityId={finding.id}
            title={t('inspection.finding.files')}
          />
          <ToTrash id={finding.id} onDone={onDone} />
        </>
      )}
    </RecordForm>
  );
}

function ToTrash({ id, onDone }: { id: number; onDone(): void }) {
  const t = useText();
  const trash = useCommandOp('inspection.trashFindings', { done: () => t('inspection.finding.trashed') });
  return (
    <ActionButton
      action={{
        key: 'trash',
        label: t('inspection.finding.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: () => {
          trash.fire({ ids: [id] });
          onDone();
        },
      }}
    />
  );
}

function Owner({ by }: { by: 'unit' | 'person' }) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows.filter((one) => one.closedOn === null) ?? [];
  return (
    <FieldRow columns="190px 1fr">
      <SegmentedField<'unit' | 'person'>
        name="ownerKind"
        label={t('inspection.field.owner')}
        options={(['unit', 'person'] as const).map((value) => ({
          value,
          label: t(`inspection.ownerKind.${value}`),
        }))}
      />
      {by === 'unit' ? (
        <SelectField<number>
          name="ownerUnitId"
          label={t('inspection.ownerKind.unit')}
          optional
          clearable
          options={units.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : (
        <PersonField name="person" label={t('inspection.ownerKind.person')} optional />
      )}
    </FieldRow>
  );
}
