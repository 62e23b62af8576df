/** Letters of condolence and of thanks, filled from the record and by hand, made from the office's Word templates. */
import { saveFile, useJobOp, useText } from '../../client';
import { FieldRow, RecordForm, SelectField, TextField } from '../../ui';
import { PaperLayoutSelect } from '../certificates/PaperLayoutSelect';
import type { Visit, Whole } from './useCare';

type Values = Record<
  'nguoi_nhan' | 'xung_ho' | 'nguoi_mat' | 'quan_he' | 'ngay_mat' | 'huong_tho',
  string | null
>;

/** Only what was typed: what is empty comes from the record, or prints dots. */
const typed = (values: Partial<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));

export function CondolenceForm({ visit, onDone }: { visit: Visit; onDone(): void }) {
  const t = useText();
  const letter = useJobOp('care.letter', { done: null });
  const receiver = visit.member ?? (visit.who === 'family' ? null : visit.name);
  return (
    <section className="so-card" aria-label={t('care.visit.condolence')}>
      <h2>{t('care.visit.condolence')}</h2>
      <RecordForm<Values>
        draftKey={null}
        initial={{
          nguoi_nhan: receiver === null ? null : `đồng chí ${receiver} cùng gia quyến`,
          xung_ho: 'đồng chí',
          nguoi_mat: visit.member !== null && !visit.name.includes(visit.member) ? visit.name : null,
          quan_he: null,
        }}
        saveLabel={t('care.letter.make')}
        onCancel={onDone}
        onSubmit={async (values) => {
          const file = await letter.run({
            template: 'condolence',
            visitId: visit.id,
            values: typed(values),
          });
          await saveFile(file);
          onDone();
        }}
      >
        <p className="so-caption">{t('care.letter.sentence')}</p>
        <FieldRow columns="1fr 120px">
          <TextField name="nguoi_nhan" label={t('care.letter.receiver')} max={200} />
          <TextField name="xung_ho" label={t('care.letter.form')} max={60} />
        </FieldRow>
        <FieldRow>
          <TextField name="nguoi_mat" label={t('care.letter.deceased')} max={150} />
          <TextField name="quan_he" label={t('care.letter.relation')} max={150} />
        </FieldRow>
        <FieldRow>
          <TextField
            name="ngay_mat"
            label={t('care.letter.diedOn')}
            hint={t('care.letter.diedOnHint')}
            max={80}
          />
          <TextField name="huong_tho" label={t('care.letter.age')} hint={t('care.letter.ageHint')} max={80} />
        </FieldRow>
      </RecordForm>
    </section>
  );
}

export function ThankForm({ whole, onDone }: { whole: Whole; onDone(): void }) {
  const t = useText();
  const letter = useJobOp('care.letter', { done: null });
  const donors = [
    ...new Set(
      whole.money.flatMap((row) => (row.source !== 'own' && row.source !== 'family' ? (row.name ?? []) : [])),
    ),
  ];
  if (donors.length === 0) return <p className="so-caption">{t('care.case.thankNone')}</p>;
  return (
    <RecordForm<{ nguoi_nhan: string; xung_ho: string }>
      draftKey={null}
      initial={{ nguoi_nhan: donors[0]!, xung_ho: 'Quý đơn vị' }}
      saveLabel={t('care.letter.make')}
      onCancel={onDone}
      onSubmit={async (values) => {
        const file = await letter.run({ template: 'thankYou', caseId: whole.row.id, values: typed(values) });
        await saveFile(file);
        onDone();
      }}
    >
      <SelectField
        name="nguoi_nhan"
        label={t('care.case.thankTo')}
        required
        options={donors.map((value) => ({ value, label: value }))}
      />
      <TextField name="xung_ho" label={t('care.letter.form')} max={60} />
      <div className="so-stack">
        <span>{t('certificates.papers.letter')}</span>
        <PaperLayoutSelect paper="thanksCase" />
      </div>
    </RecordForm>
  );
}
