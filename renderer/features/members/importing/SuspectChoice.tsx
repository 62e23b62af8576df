import { Radio } from 'antd';
import { PART_LINES } from '../../../../shared/domain/import/raw';
import { type Translate, useText } from '../../../client';
import { useFormat } from '../../../ui';
import type { Row } from './PreviewStep';

/** Why a row is suspect, and the ways to settle it. */
export function SuspectChoice({
  row,
  onChoose,
}: {
  row: Row;
  onChoose(decision: 'add' | 'merge' | 'skip', memberId: number | null): void;
}) {
  const t = useText();
  const format = useFormat();
  const value =
    row.decision === 'undecided'
      ? null
      : row.decision === 'merge'
        ? `merge:${row.memberId ?? 'line'}`
        : row.decision;
  const pick = (choice: string) => {
    if (choice.startsWith('merge:')) onChoose('merge', Number(choice.slice(6)) || null);
    else onChoose(choice as 'add' | 'skip', null);
  };
  const nameless = !row.values.fullName;
  return (
    <div className="so-import-suspect">
      <strong>{reasonText(row, t)}</strong>
      <Radio.Group
        value={value}
        onChange={(event) => pick(String(event.target.value))}
        aria-label={t('members.import.decision.label', { line: lineText(row.line, row, t) })}
      >
        {row.candidates.map((person) => (
          <Radio key={person.memberId ?? `line${person.line}`} value={`merge:${person.memberId ?? 'line'}`}>
            {person.memberId === null
              ? t('members.import.decision.mergeLine', { line: lineText(person.line, row, t) })
              : t('members.import.decision.merge', {
                  name: [person.fullName, format.date(person.birthDate), person.cardNo, person.department]
                    .filter(Boolean)
                    .join(', '),
                })}
          </Radio>
        ))}
        {!nameless && (
          <Radio value="add">
            {row.problems.length > 0
              ? t('members.import.decision.addWithout')
              : t('members.import.decision.add')}
          </Radio>
        )}
        <Radio value="skip">{t('members.import.decision.skip')}</Radio>
      </Radio.Group>
    </div>
  );
}

/** A line as the file numbers it, with its sheet where rows come from several. */
function lineText(line: number | null, row: Row, t: Translate): string {
  if (line === null) return '';
  const own = String(line % PART_LINES);
  const sheet =
    line === row.line ? row.sheet : (row.candidates.find((one) => one.line === line)?.sheet ?? null);
  return sheet ? t('memberImport.lineOf', { line: own, sheet }) : own;
}

function reasonText(row: Row, t: Translate): string {
  if (!row.reason) return '';
  const { code } = row.reason;
  const details = { ...row.reason.details };
  if (typeof details.line === 'number') details.line = lineText(details.line, row, t);
  const family = code.split('.')[0];
  return (
    t.any(`members.import.reasons.${code}`, details) ||
    t.any(`memberImport.reasons.${code}`, details) ||
    t.any(`members.import.reasons.${family}.other`, details)
  );
}
