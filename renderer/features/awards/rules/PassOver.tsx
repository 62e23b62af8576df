/** Going past a rule with a reason: for one on the list, or for everybody whom one rule speaks against. */
import { useState } from 'react';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, RecordForm, TextAreaField, TextField } from '../../../ui';
import { type CheckedLine, type CheckedSubject, useRuleWords } from './words';

export function PassOverForm({
  ruleId,
  subjects,
  onDone,
}: {
  ruleId: number;
  subjects: string[];
  onDone(): void;
}) {
  const t = useText();
  const save = useCommandOp('awardRules.override', {
    failure: 'inline',
    done: (data) => t('awardRules.passedOver', { count: data.count }),
  });
  return (
    <RecordForm<{ reason: string; decidedBy: string | null }>
      draftKey={null}
      initial={{}}
      saveLabel={t('awardRules.passOver')}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, subjects, ruleId });
        onDone();
      }}
    >
      <TextAreaField name="reason" label={t('awardRules.passOverReason')} required max={500} autoFocus />
      <TextField name="decidedBy" label={t('awardRules.field.decidedBy')} optional max={200} />
    </RecordForm>
  );
}

interface Many {
  line: CheckedLine;
  subjects: string[];
}

/** Rules with this verdict for two or more on the list, that nobody has decided about. */
function openRules(rows: readonly CheckedSubject[], verdict: CheckedLine['verdict']): Many[] {
  const rules = new Map<number, Many>();
  for (const row of rows)
    for (const line of row.lines.filter((one) => one.verdict === verdict && one.override === null)) {
      const many = rules.get(line.ruleId) ?? { line, subjects: [] };
      many.subjects.push(row.uid);
      rules.set(line.ruleId, many);
    }
  return [...rules.values()].filter((many) => many.subjects.length > 1);
}

export function PassOverMany({
  rows,
  verdict,
}: {
  rows: readonly CheckedSubject[];
  verdict: CheckedLine['verdict'] | null;
}) {
  const t = useText();
  const words = useRuleWords();
  const [asking, setAsking] = useState<number | null>(null);
  if (verdict === null) return null;
  return openRules(rows, verdict).map(({ line, subjects }) => {
    const onDone = () => setAsking(null);
    return (
      <div key={line.ruleId} className="so-stack so-rules-many">
        <p>{words.ruleName(line)}</p>
        {asking === line.ruleId ? (
          <PassOverForm ruleId={line.ruleId} subjects={subjects} onDone={onDone} />
        ) : (
          <span>
            <ActionButton
              size="small"
              action={{
                key: 'many',
                label: t('awardRules.passOverMany', { count: subjects.length }),
                onClick: () => setAsking(line.ruleId),
              }}
            />
          </span>
        )}
      </div>
    );
  });
}
