/** How conditions and what they found are put into words. */
import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { AWARD_SIDES, levelsOf } from '../../../../shared/domain/awards';
import { useText } from '../../../client';
import { useFormat } from '../../../ui';
import { useAwardWords } from '../words';

export type RuleRow = OutputOf<'awardRules.list'>['rows'][number];
export type Check = OutputOf<'awardRules.check'>;
export type CheckedSubject = Check['rows'][number];
export type CheckedLine = CheckedSubject['lines'][number];
type RecordBehind = CheckedLine['records'][number];

/** Names of forms by code: the one in force, else the latest. */
export type FormNames = ReadonlyMap<string, string>;

const PATHS: Record<RecordBehind['kind'], (record: RecordBehind) => string> = {
  decision: ({ id }) => `/awards/${id}`,
  absence: ({ memberId }) => `/members/${memberId}?tab=history`,
  discipline: ({ memberId }) => `/members/${memberId}?tab=history`,
  member: ({ id }) => `/members/${id}`,
  movement: ({ id }) => `/awards/movements/${id}`,
  registration: ({ id }) => `/awards/rounds/${id}`,
  hold: () => '/awards?tab=rules&part=holds',
};

export function useRuleWords() {
  const t = useText();
  const format = useFormat();
  const awards = useAwardWords();
  return useMemo(() => {
    const ruleName = (row: { name: string; nameEn: string | null }) =>
      t.language === 'en' ? (row.nameEn ?? row.name) : row.name;
    const label = ({ kind, label: said }: RecordBehind) =>
      kind === 'absence'
        ? t.any(`memberHistory.absence.kinds.${said}`)
        : kind === 'discipline'
          ? t.any(`memberHistory.discipline.forms.${said}`).toLocaleLowerCase(t.language)
          : (said ?? '');
    const dates = ({ on, until }: RecordBehind) =>
      until !== null && on !== null ? format.range(on, until) : on === null ? null : format.date(on);
    const levelWords = (levels: RuleRow['levels']): string => {
      const side = AWARD_SIDES.find(
        (one) =>
          levelsOf(one).length === levels.length && levelsOf(one).every((level) => levels.includes(level)),
      );
      return side
        ? `${t('awards.field.side')}: ${t(`awards.sides.${side}`)}`
        : levels.map(awards.level).join(', ');
    };
    return {
      ruleName,
      limit: (row: RuleRow) =>
        row.threshold === null
          ? ''
          : t.any(`awardRules.shortLimits.${row.kind}`, { figure: format.count(row.threshold) }),
      appliesTo: (row: RuleRow, names: FormNames): string => {
        const parts = [
          row.forms.map((code) => names.get(code) ?? code).join(', '),
          levelWords(row.levels),
          row.recipients.map((kind) => t(`awards.ofKind.${kind}`)).join(', '),
        ].filter(Boolean);
        return parts.length > 0 ? parts.join(' · ') : t('awardRules.all');
      },
      /** "Nghỉ 43 ngày làm việc, không tính thai sản; mức 40". */
      says: (line: CheckedLine): string => {
        if (line.why !== null) return t(`awardRules.unknowns.${line.why}`);
        const nothing = line.figure === 0 ? t.any(`awardRules.none.${line.kind}`) : '';
        const whole = (value: number | null) => (value === null ? '' : format.count(value));
        return (
          nothing ||
          t(`awardRules.says.${line.kind}`, {
            figure: whole(line.figure),
            threshold: whole(line.threshold),
            of: whole(line.of),
          })
        );
      },
      record: (record: RecordBehind): string => {
        const text = t(`awardRules.records.${record.kind}`, {
          label: label(record),
          days: record.days === null ? '' : format.count(record.days),
        });
        const when = dates(record) ?? (record.kind === 'member' ? t('awardRules.records.noDate') : null);
        return [text, when].filter(Boolean).join(', ');
      },
      recordPath: (record: RecordBehind): string => PATHS[record.kind](record),
    };
  }, [t, format, awards]);
}
