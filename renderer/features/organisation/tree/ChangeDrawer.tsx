/** One change of the organisation, asked for in a drawer with its preview, and made by one command. */
import { useEffect, useId, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { isPartialDate } from '../../../../shared/domain/dates';
import { useCommandOp, useText } from '../../../client';
import {
  DateField,
  Drawer,
  FieldRow,
  RadioField,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../../ui';
import { ChangePreview } from './ChangePreview';
import { readSplit, SplitFields, type SplitState, startSplit } from './SplitFields';
import type { Change, Part, PartKind } from './words';

export type Asked =
  | { kind: 'open'; unitKind: PartKind; parentId?: number | null }
  | { kind: 'rename' | 'move' | 'merge' | 'split' | 'close'; part: Part };

interface Values {
  on: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
  name: string | null;
  shortName: string | null;
  parentId: number | null;
  unitIds: number[] | null;
  into: 'new' | 'old';
  targetId: number | null;
}

const isDay = (value: string | null | undefined): value is string =>
  typeof value === 'string' && value.length === 10 && isPartialDate(value);
const filled = (value: string | null | undefined): value is string => Boolean(value?.trim());

/** The change as far as it has been told; null while something it needs is missing. */
function readChange(asked: Asked, values: Partial<Values>, split: SplitState): Change | null {
  const { on, name, shortName = null, parentId = null, targetId = null } = values;
  if (!isDay(on)) return null;
  if (asked.kind === 'open')
    return filled(name) ? { kind: 'open', on, unitKind: asked.unitKind, name, shortName, parentId } : null;
  const unitId = asked.part.id;
  if (asked.kind === 'rename') return filled(name) ? { kind: 'rename', on, unitId, name, shortName } : null;
  if (asked.kind === 'move') return { kind: 'move', on, unitId, parentId };
  if (asked.kind === 'close') return { kind: 'close', on, unitId, targetId };
  if (asked.kind === 'split') return readSplit(asked.part, on, split);
  const others = values.unitIds ?? [];
  if (values.into === 'old')
    return targetId === null ? null : { kind: 'merge', on, unitIds: [unitId, ...others], targetId };
  if (!filled(name) || others.length === 0) return null;
  return { kind: 'merge', on, unitIds: [unitId, ...others], into: { name, shortName, parentId } };
}

export function ChangeDrawer({
  asked,
  parts,
  onClose,
}: {
  asked: Asked | null;
  parts: readonly Part[];
  onClose(): void;
}) {
  const t = useText();
  const title = !asked
    ? ''
    : asked.kind === 'open'
      ? t(
          `organisationTree.change.title.${({ section: 'openSection', group: 'openGroup', department: 'openDepartment' } as const)[asked.unitKind]}`,
        )
      : t(`organisationTree.change.title.${asked.kind}`, { name: asked.part.name });
  const wide = asked?.kind === 'split' ? 720 : 520;
  return (
    <Drawer open={asked !== null} onClose={onClose} title={title} width={wide}>
      {asked && <ChangeForm asked={asked} parts={parts} onClose={onClose} />}
    </Drawer>
  );
}

function ChangeForm({ asked, parts, onClose }: { asked: Asked; parts: readonly Part[]; onClose(): void }) {
  const t = useText();
  const initial = useMemo<Partial<Values>>(() => startOf(asked), [asked]);
  const [values, setValues] = useState<Partial<Values>>(initial);
  const [split, setSplit] = useState<SplitState>(startSplit);
  const change = readChange(asked, values, split);
  const make = useCommandOp('organisation.change', {
    failure: 'inline',
    done: (data) => doneWords(t, asked, data, values),
  });
  const form = useId();
  useEffect(() => {
    // The drawer takes the focus as it opens.
    const frame = requestAnimationFrame(() =>
      document.getElementById(form)?.querySelector<HTMLElement>('input')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [form]);
  return (
    <RecordForm<Values>
      id={form}
      draftKey={null}
      initial={initial}
      saveLabel={t('organisationTree.change.save')}
      onCancel={onClose}
      onValues={setValues}
      enterSaves={asked.kind !== 'split'}
      onSubmit={async (given) => {
        const asking = readChange(asked, given, split);
        if (!asking) return;
        const { decisionNo = null, decisionDate = null, note = null } = given;
        await make.run({ change: asking, decisionNo, decisionDate, note });
        onClose();
      }}
    >
      <Fields asked={asked} parts={parts} values={values} />
      {asked.kind === 'split' && (
        <SplitFields
          part={asked.part}
          parts={parts}
          on={isDay(values.on) ? values.on : null}
          state={split}
          onChange={setSplit}
        />
      )}
      <DateField
        name="on"
        precision="day"
        required
        label={t('organisationTree.change.on')}
        hint={t('organisationTree.change.onHint')}
      />
      <FieldRow>
        <TextField name="decisionNo" label={t('organisationTree.change.decisionNo')} max={60} optional />
        <DateField name="decisionDate" label={t('organisationTree.change.decisionDate')} optional />
      </FieldRow>
      <TextAreaField name="note" label={t('organisationTree.change.note')} max={500} optional />
      <ChangePreview change={change} />
    </RecordForm>
  );
}

function startOf(asked: Asked): Partial<Values> {
  const on = todayIso();
  if (asked.kind === 'open') return { on, parentId: asked.parentId ?? null };
  const { name, shortName, parentId } = asked.part;
  if (asked.kind === 'rename') return { on, name, shortName };
  if (asked.kind === 'move') return { on, parentId };
  return { on, parentId, into: 'new', unitIds: [] };
}

function doneWords(
  t: ReturnType<typeof useText>,
  asked: Asked,
  data: OutputOf<'organisation.change'>,
  values: Partial<Values>,
): string {
  const from = asked.kind === 'open' ? '' : asked.part.name;
  return t(`organisationTree.change.done.${asked.kind}`, { from, to: values.name ?? '', count: data.moved });
}

/** Fields of each kind of change. */
function Fields({ asked, parts, values }: { asked: Asked; parts: readonly Part[]; values: Partial<Values> }) {
  const t = useText();
  if (asked.kind === 'split') return null;
  if (asked.kind === 'open')
    return (
      <>
        <NameFields label={t('organisationTree.change.name')} />
        <ParentField kind={asked.unitKind} parts={parts} />
      </>
    );
  const { part } = asked;
  if (asked.kind === 'rename') return <NameFields label={t('organisationTree.change.newName')} />;
  if (asked.kind === 'move') return <ParentField kind={part.kind} parts={parts} but={part.id} />;
  const others = parts
    .filter((one) => one.open && one.kind === part.kind && one.id !== part.id)
    .map((one) => ({ value: one.id, label: one.name }));
  if (asked.kind === 'close')
    return (
      <SelectField
        name="targetId"
        clearable
        optional={part.members === 0}
        label={t('organisationTree.change.closeTo')}
        hint={t('organisationTree.change.closeToHint')}
        placeholder={t('organisationTree.change.nowhere')}
        options={others}
      />
    );
  return (
    <>
      <SelectField
        name="unitIds"
        multiple
        label={t('organisationTree.change.mergeWith')}
        options={others}
        required={values.into !== 'old'}
        optional={values.into === 'old'}
      />
      <RadioField
        name="into"
        label={t('organisationTree.change.result')}
        options={[
          { value: 'new', label: t('organisationTree.change.intoNew') },
          { value: 'old', label: t('organisationTree.change.intoOld') },
        ]}
      />
      {values.into === 'old' ? (
        <SelectField
          name="targetId"
          required
          label={t('organisationTree.change.target')}
          options={[...others, { value: part.id, label: part.name }].filter(
            (one) => one.value !== part.id || (values.unitIds ?? []).length > 0,
          )}
        />
      ) : (
        <>
          <NameFields label={t('organisationTree.change.newName')} />
          <ParentField kind={part.kind} parts={parts} but={part.id} />
        </>
      )}
    </>
  );
}

function NameFields({ label }: { label: string }) {
  const t = useText();
  return (
    <FieldRow columns="minmax(0, 2fr) minmax(0, 1fr)">
      <TextField name="name" label={label} required max={150} autoFocus />
      <TextField name="shortName" label={t('organisationTree.change.shortName')} max={60} />
    </FieldRow>
  );
}

/** Section over a group, department over a department; a section stands right under the union. */
function ParentField({ kind, parts, but }: { kind: PartKind; parts: readonly Part[]; but?: number }) {
  const t = useText();
  if (kind === 'section') return null;
  const above = kind === 'group' ? 'section' : 'department';
  const options = parts
    .filter((one) => one.open && one.kind === above && one.id !== but)
    .map((one) => ({ value: one.id, label: one.name }));
  if (options.length === 0 && kind === 'group') return null;
  return (
    <SelectField
      name="parentId"
      clearable
      label={t(
        kind === 'group'
          ? 'organisationTree.change.parentSection'
          : 'organisationTree.change.parentDepartment',
      )}
      placeholder={t(
        kind === 'group' ? 'organisationTree.change.underUnit' : 'organisationTree.change.underNone',
      )}
      options={options}
    />
  );
}
