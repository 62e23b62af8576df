/** An opinion, new or edited. The name of who gave it is never filled in from the store. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import {
  OPINION_SOURCES,
  OPINION_WAYS,
  type OpinionSource,
  type OpinionWay,
} from '../../../shared/domain/opinions';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { type LinkValue, RecordLinkField } from './RecordLinkField';
import { nameIn, type OpinionRow, useCatalogue } from './useOpinions';
import { useUnitOptions } from './words';

type Values = Omit<InputOf<'opinions.create'>, 'giver' | 'link'> & {
  person: Person | null;
  link: LinkValue | null;
};

interface OpinionFormProps {
  opinion: OpinionRow | null;
  /** What a new one begins with. */
  begin?: Partial<Values>;
  /** The id of what was saved; null: nothing was. */
  onDone(id: number | null): void;
}

function beginOf(row: OpinionRow): Partial<Values> {
  const { receivedOn, how, kindId, topicId, text, orgUnitId, source, sourceUnitId, sentTo, sentOn } = row;
  const own = { receivedOn, how, kindId, topicId, text, orgUnitId, source, sourceUnitId, sentTo, sentOn };
  const { dialogueId, link, note } = row;
  return { ...own, dialogueId, link, note, dueOn: row.dueByRule ? null : row.dueOn, person: null };
}

export function OpinionForm({ opinion, begin = {}, onDone }: OpinionFormProps) {
  const t = useText();
  const initial: Partial<Values> = opinion
    ? beginOf(opinion)
    : { receivedOn: todayIso(), how: 'meeting', source: 'anonymous', person: null, link: null, ...begin };
  const [values, setValues] = useState(initial);
  const create = useCommandOp('opinions.create', {
    failure: 'inline',
    done: (data) => t('opinions.entered', { code: data.code }),
  });
  const update = useCommandOp('opinions.update', { failure: 'inline', done: () => t('opinions.saved') });
  const save = async ({ person, ...rest }: Values) => {
    const { source } = rest;
    const fields = {
      ...rest,
      sourceUnitId: source === 'collective' ? (rest.sourceUnitId ?? null) : null,
      ...(source === 'person' && person
        ? { giver: { memberId: person.memberId, name: person.memberId === null ? person.name : null } }
        : {}),
    };
    const saved = opinion
      ? await update.run({ ...fields, id: opinion.id, version: opinion.version })
      : await create.run(fields);
    onDone(saved.id);
  };
  return (
    <RecordForm<Values>
      draftKey={`opinion:${opinion?.id ?? 'new'}`}
      undrafted={['person']}
      initial={initial}
      onValues={setValues}
      onCancel={() => onDone(null)}
      onSubmit={save}
    >
      <What autoFocus={opinion === null} kindId={values.kindId ?? null} />
      <Who source={values.source ?? 'anonymous'} kept={opinion?.source === 'person'} />
      <Way />
    </RecordForm>
  );
}

function What({ autoFocus, kindId }: { autoFocus: boolean; kindId: number | null }) {
  const t = useText();
  const { kinds, topics } = useCatalogue();
  const days = kinds.find((kind) => kind.id === kindId)?.workingDays ?? null;
  return (
    <>
      <FieldRow>
        <DateField name="receivedOn" label={t('opinions.field.receivedOn')} precision="day" required />
        <SelectField<OpinionWay>
          name="how"
          label={t('opinions.field.how')}
          required
          options={OPINION_WAYS.map((value) => ({ value, label: t(`opinions.how.${value}`) }))}
        />
      </FieldRow>
      <TextAreaField name="text" label={t('opinions.field.text')} required autoFocus={autoFocus} max={3000} />
      <FieldRow>
        <SelectField<number>
          name="kindId"
          label={t('opinions.field.kindId')}
          required
          options={kinds.map((row) => ({ value: row.id, label: nameIn(t, row.name, row.nameEn) }))}
        />
        <SelectField<number>
          name="topicId"
          label={t('opinions.field.topicId')}
          required
          options={topics.map((row) => ({ value: row.id, label: nameIn(t, row.name, row.nameEn) }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField<number>
          name="orgUnitId"
          label={t('opinions.field.orgUnitId')}
          optional
          clearable
          options={useUnitOptions()}
        />
        <DateField
          name="dueOn"
          label={t('opinions.field.dueOn')}
          hint={
            days === null
              ? t('opinions.field.dueHint')
              : `${t('opinions.field.dueHint')}: ${t('opinions.field.dueRule', { count: days })}`
          }
          precision="day"
          optional
        />
      </FieldRow>
    </>
  );
}

/** Who gave it; of an anonymous one nothing is asked. */
function Who({ source, kept }: { source: OpinionSource; kept: boolean }) {
  const t = useText();
  const units = useUnitOptions();
  return (
    <>
      <SegmentedField<OpinionSource>
        name="source"
        label={t('opinions.field.source')}
        {...(source === 'anonymous' ? { hint: t('opinions.anonymousHint') } : {})}
        options={OPINION_SOURCES.map((value) => ({ value, label: t(`opinions.source.${value}`) }))}
      />
      {source === 'person' && (
        <PersonField
          name="person"
          label={t('opinions.field.giver')}
          hint={t(kept ? 'opinions.field.giverHint' : 'opinions.field.giverNew')}
          required={!kept}
        />
      )}
      {source === 'collective' && (
        <SelectField<number>
          name="sourceUnitId"
          label={t('opinions.field.sourceUnitId')}
          required
          options={units}
        />
      )}
    </>
  );
}

function Way() {
  const t = useText();
  const dialogues = useQueryOp('democracy.dialogues', { limit: 50 }).data?.rows ?? [];
  return (
    <FormSection title={t('opinions.send.open')}>
      <FieldRow>
        <TextField name="sentTo" label={t('opinions.field.sentTo')} optional max={200} />
        <DateField name="sentOn" label={t('opinions.field.sentOn')} precision="day" optional />
      </FieldRow>
      {dialogues.length > 0 && (
        <SelectField<number>
          name="dialogueId"
          label={t('opinions.field.dialogueId')}
          optional
          clearable
          options={dialogues.map((row) => ({
            value: row.id,
            label: `${row.onDate.split('-').reverse().join('/')} · ${row.title}`,
          }))}
        />
      )}
      <RecordLinkField name="link" label={t('opinions.field.link')} optional />
      <TextAreaField name="note" label={t('opinions.field.note')} optional max={2000} />
    </FormSection>
  );
}
