/** A labour agreement, new or edited; what is better than the law is written one article a line. */
import type { InputOf } from '../../../shared/contract';
import { LABOUR_REMIND_DAYS } from '../../../shared/domain/democracy';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CountField,
  DateField,
  FieldRow,
  FormSection,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';
import { nameIn } from '../opinions/useOpinions';
import { useUnitOptions } from '../opinions/words';
import type { Labour } from './LabourTab';

type Articles = Labour['articles'];
type Values = Omit<InputOf<'democracy.saveLabour'>, 'id' | 'version' | 'articles'> & { lines: string | null };

/** "Điều 7 | nội dung | luật quy định", a line for each article. */
export const linesOf = (articles: Articles): string =>
  articles
    .map(({ article, text, law }) =>
      law === null && article === null
        ? text
        : [article ?? '', text, law].filter((part) => part !== null).join(' | '),
    )
    .join('\n');

/** A line without "|" is the text alone; of two parts the first is the article. */
export function articlesOf(lines: string | null): Articles {
  return (lines ?? '')
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .flatMap((parts) => {
      const [first = '', text, ...law] = parts;
      if (text === undefined) return first === '' ? [] : [{ article: null, text: first, law: null }];
      if (text === '') return [];
      return [{ article: first || null, text, law: law.join(' | ') || null }];
    });
}

function valuesOf(row: Labour): Values {
  const { number, title, orgUnitId, employer, employerSigner, workerSigner, signedOn, fromOn, toOn } = row;
  const { endedOn, sentOn, classId, covered, remindDays, predecessorId, note } = row;
  return {
    ...{ number, title, orgUnitId, employer, employerSigner, workerSigner, signedOn, fromOn, toOn },
    ...{ endedOn, sentOn, classId, covered, remindDays, predecessorId, note },
    lines: linesOf(row.articles),
  };
}

export function LabourForm({ labour, onDone }: { labour: Labour | null; onDone(id: number | null): void }) {
  const t = useText();
  const save = useCommandOp('democracy.saveLabour', {
    failure: 'inline',
    done: (_, input) => t('democracy.saved', { name: input.title }),
  });
  return (
    <RecordForm<Values>
      draftKey={`labour:${labour?.id ?? 'new'}`}
      initial={labour ? valuesOf(labour) : { remindDays: LABOUR_REMIND_DAYS }}
      onCancel={() => onDone(null)}
      onSubmit={async ({ lines, ...values }) => {
        const own = labour ? { id: labour.id, version: labour.version } : {};
        const articles = articlesOf(lines);
        const remindDays = values.remindDays ?? LABOUR_REMIND_DAYS;
        const saved = await save.run({ ...values, ...own, remindDays, articles });
        onDone(saved.id);
      }}
      enterSaves={false}
    >
      <Signed autoFocus={labour === null} />
      <TextAreaField
        name="lines"
        label={t('democracy.labour.articles')}
        hint={t('democracy.labour.articlesHint')}
        optional
        max={20_000}
      />
      <More labour={labour} />
    </RecordForm>
  );
}

function Signed({ autoFocus }: { autoFocus: boolean }) {
  const t = useText();
  return (
    <>
      <TextField
        name="title"
        label={t('democracy.field.labourTitle')}
        required
        autoFocus={autoFocus}
        max={200}
      />
      <FieldRow>
        <TextField name="number" label={t('democracy.field.number')} optional max={60} />
        <DateField name="signedOn" label={t('democracy.field.signedOn')} precision="day" required />
      </FieldRow>
      <FieldRow>
        <DateField name="fromOn" label={t('democracy.field.fromOn')} precision="day" required />
        <DateField name="toOn" label={t('democracy.field.toOn')} precision="day" optional />
      </FieldRow>
      <FieldRow>
        <TextField name="employerSigner" label={t('democracy.field.employerSigner')} optional max={200} />
        <TextField name="workerSigner" label={t('democracy.field.workerSigner')} optional max={200} />
      </FieldRow>
    </>
  );
}

function More({ labour }: { labour: Labour | null }) {
  const t = useText();
  const classes = useQueryOp('democracy.classes', {}).data?.rows ?? [];
  const others = useQueryOp('democracy.labour', { limit: 200 }).data?.rows ?? [];
  const before = others.filter((row) => row.id !== labour?.id);
  return (
    <FormSection title={t('democracy.field.state')}>
      <FieldRow>
        <SelectField<number>
          name="classId"
          label={t('democracy.field.classId')}
          optional
          clearable
          options={classes.map((row) => ({ value: row.id, label: nameIn(t, row.name, row.nameEn) }))}
        />
        <CountField name="covered" label={t('democracy.field.covered')} optional />
      </FieldRow>
      <FieldRow>
        <CountField name="remindDays" label={t('democracy.field.remindDays')} max={1000} />
        <DateField name="sentOn" label={t('democracy.field.sentOn')} precision="day" optional />
      </FieldRow>
      <FieldRow>
        <SelectField<number>
          name="orgUnitId"
          label={t('democracy.field.orgUnitId')}
          hint={t('democracy.labour.own')}
          optional
          clearable
          options={useUnitOptions()}
        />
        <DateField name="endedOn" label={t('democracy.field.endedOn')} precision="day" optional />
      </FieldRow>
      <TextField name="employer" label={t('democracy.field.employer')} optional max={200} />
      {before.length > 0 && (
        <SelectField<number>
          name="predecessorId"
          label={t('democracy.field.predecessorId')}
          optional
          clearable
          options={before.map((row) => ({
            value: row.id,
            label: [row.number, row.title].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <TextAreaField name="note" label={t('democracy.field.note')} optional max={2000} />
    </FormSection>
  );
}
