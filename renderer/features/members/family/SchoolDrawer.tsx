/** School results of one child, by school year. */
import { Form } from 'antd';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { PRIZE_LEVELS, SCHOOL_LEVELS, SCHOOL_RESULTS } from '../../../../shared/contract/memberFamily';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, Drawer, FieldRow, RecordForm, SelectField, TextField, todayIso } from '../../../ui';
import { RowTools } from '../history/Head';
import type { Child } from './ChildrenCard';
import { schoolYearOf, schoolYearText } from './words';

type Result = Child['results'][number];
const YEARS_BACK = 15;

export function SchoolDrawer({ child, onClose }: { child: Child; onClose(): void }) {
  const t = useText();
  const [open, setOpen] = useState<Result | 'new' | null>(null);
  const trash = useCommandOp('members.trashSchoolResults', {
    done: (_, { ids }) => {
      const row = child.results.find((one) => one.id === ids[0]);
      return t('memberFamily.school.trashed', { year: row ? schoolYearText(row.schoolYear) : '' });
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('memberFamily.school.title')} facts={child.fullName} width={440}>
      <div className="so-stack">
        {open ? (
          <ResultForm child={child} row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        ) : (
          <>
            <ActionButton
              action={{
                key: 'add',
                label: t('memberFamily.school.add'),
                icon: GraduationCap,
                onClick: () => setOpen('new'),
              }}
            />
            {child.results.length === 0 && <p className="so-muted">{t('memberFamily.school.empty')}</p>}
            <ul className="so-family-results">
              {child.results.map((row) => (
                <li key={row.id}>
                  <div>
                    <span className="so-strong">{schoolYearText(row.schoolYear)}</span>
                    {row.result && ` · ${t(`memberFamily.school.results.${row.result}`)}`}
                    <div className="so-caption">
                      {[row.className, row.school, row.level && t(`memberFamily.school.levels.${row.level}`)]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                    {row.prize && (
                      <div className="so-family-results__prize">
                        {[row.prize, row.prizeLevel && t(`memberFamily.school.prizeLevels.${row.prizeLevel}`)]
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                    )}
                  </div>
                  <RowTools
                    what={schoolYearText(row.schoolYear)}
                    onEdit={() => setOpen(row)}
                    onTrash={() => trash.fire({ ids: [row.id] })}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Drawer>
  );
}

type Values = Omit<Result, 'id' | 'version' | 'childId'>;

function ResultForm({ child, row, onClose }: { child: Child; row: Result | null; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('members.saveSchoolResult', {
    failure: 'inline',
    done: (_, input) => t('memberFamily.school.saved', { year: schoolYearText(input.schoolYear) }),
  });
  const thisYear = schoolYearOf(todayIso());
  const last = child.results[0];
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={row ?? { schoolYear: thisYear - 1, level: last?.level ?? null, school: last?.school ?? null }}
      onCancel={onClose}
      onReload={onClose}
      onSubmit={async (values) => {
        await save.run({
          id: row?.id ?? null,
          version: row?.version ?? null,
          childId: child.id,
          schoolYear: values.schoolYear,
          level: values.level ?? null,
          className: values.className ?? null,
          school: values.school ?? null,
          result: values.result ?? null,
          prize: values.prize ?? null,
          prizeLevel: values.prizeLevel ?? null,
          note: values.note ?? null,
        });
        onClose();
      }}
    >
      <FieldRow>
        <SelectField
          name="schoolYear"
          label={t('memberFamily.school.year')}
          required
          options={Array.from({ length: YEARS_BACK }, (_, at) => thisYear - at).map((value) => ({
            value,
            label: schoolYearText(value),
          }))}
        />
        <SelectField
          name="result"
          label={t('memberFamily.school.result')}
          clearable
          options={SCHOOL_RESULTS.map((value) => ({
            value,
            label: t(`memberFamily.school.results.${value}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="level"
          label={t('memberFamily.school.level')}
          clearable
          options={SCHOOL_LEVELS.map((value) => ({ value, label: t(`memberFamily.school.levels.${value}`) }))}
        />
        <TextField name="className" label={t('memberFamily.school.className')} max={40} />
      </FieldRow>
      <TextField name="school" label={t('memberFamily.school.school')} max={150} />
      <TextField
        name="prize"
        label={t('memberFamily.school.prize')}
        hint={t('memberFamily.school.prizeHint')}
        max={200}
      />
      <PrizeLevel />
      <TextField name="note" label={t('memberFamily.school.note')} max={300} />
    </RecordForm>
  );
}

/** Asked only for a prize. */
function PrizeLevel() {
  const t = useText();
  const form = Form.useFormInstance<Values>();
  if (!Form.useWatch('prize', form)) return null;
  return (
    <SelectField
      name="prizeLevel"
      label={t('memberFamily.school.prizeLevel')}
      clearable
      options={PRIZE_LEVELS.map((value) => ({ value, label: t(`memberFamily.school.prizeLevels.${value}`) }))}
    />
  );
}
