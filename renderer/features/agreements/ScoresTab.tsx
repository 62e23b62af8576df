/** What each side gives the contents, year by year, with the mean and its grade. */
import { Input } from 'antd';
import { Info } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { agreementYears, gradeOf, meanScore, type ScoreSide } from '../../../shared/domain/agreements';
import { useCommandOp, useText } from '../../client';
import { type Column, chordOf, Note, PlainTable, Tag, todayIso, useFormat } from '../../ui';
import { readScore } from '../../ui/form/numberFields';
import { type Sheet, useAgreementWords } from './words';

interface Line {
  contentId: number;
  name: string;
  at: number;
}

export function ScoresTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const words = useAgreementWords();
  const { contents, scale } = sheet;
  if (contents.length === 0) return <Note icon={Info}>{t('agreements.score.noContents')}</Note>;
  return (
    <div className="so-stack">
      {scale ? (
        <p className="so-caption">
          {t('agreements.score.scale', { name: words.named(scale), most: scale.most })} ·{' '}
          {t('agreements.score.hint')}
        </p>
      ) : (
        <Note tone="warn" icon={Info}>
          {t('agreements.score.noScale')}
        </Note>
      )}
      <ScoreTable sheet={sheet} />
    </div>
  );
}

/** Years up to this one, and any that has a score. */
function yearsOf({ agreement, scores }: Sheet): number[] {
  const now = Number(todayIso().slice(0, 4));
  const own = agreementYears(agreement).filter((year) => year <= now);
  return [...new Set([...own, ...scores.map((one) => one.year)])].sort((a, b) => a - b);
}

function ScoreTable({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const { agreement, contents, scores, scale } = sheet;
  const save = useCommandOp('agreements.setScores', {
    done: (_, input) => t('agreements.score.saved', { year: input.year }),
  });
  const scoreOf = (contentId: number, year: number, side: ScoreSide) =>
    scores.find((one) => one.contentId === contentId && one.year === year && one.side === side)?.score ??
    null;
  const years = yearsOf(sheet);
  const lines = contents.map((content, at): Line => ({ contentId: content.id, name: content.name, at }));
  const mean = (year: number, side: ScoreSide) =>
    meanScore(contents.map((content) => scoreOf(content.id, year, side)));
  const sides = ['self', 'partner'] as const;
  const columns: Column<Line>[] = [
    {
      key: 'content',
      header: t('agreements.col.content'),
      cell: (line) => `${line.at + 1}. ${line.name}`,
    },
    ...years.flatMap((year) =>
      sides.map(
        (side): Column<Line> => ({
          key: `${year}-${side}`,
          header: `${year} · ${t(`agreements.score.${side}`)}`,
          width: Math.max(74, Math.min(130, Math.floor(720 / (years.length * 2)))),
          align: 'right',
          cell: (line) => (
            <ScoreCell
              label={`${t('agreements.score.cell', { side: t(`agreements.score.${side}`), name: line.name })} ${year}`}
              value={scoreOf(line.contentId, year, side)}
              most={scale?.most ?? 1000}
              onSave={(score) =>
                save.fire({ id: agreement.id, year, rows: [{ contentId: line.contentId, side, score }] })
              }
            />
          ),
        }),
      ),
    ),
  ];
  const totals = Object.fromEntries(
    years.flatMap((year) =>
      sides.map((side) => {
        const value = mean(year, side);
        const grade = gradeOf(
          value,
          scale?.grades.map((one) => ({ ...one, nameEn: one.nameEn ?? null })) ?? [],
        );
        const name = grade && words.named(grade);
        return [
          `${year}-${side}`,
          value === null ? null : (
            <>
              {format.decimal(value)} {name && <Tag tone="line">{name}</Tag>}
            </>
          ),
        ];
      }),
    ),
  );
  return (
    <PlainTable
      framed
      caption={t('agreements.pageTabs.scores')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.contentId}
      totals={{ content: t('agreements.col.mean'), ...totals }}
    />
  );
}

function ScoreCell({
  label,
  value,
  most,
  onSave,
}: {
  label: string;
  value: number | null;
  most: number;
  onSave(score: number | null): void;
}) {
  const format = useFormat();
  const shown = value === null ? '' : format.decimal(value, 2);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = text.trim() === '' ? null : readScore(text.trim());
  const bad = text.trim() !== '' && (read === null || read < 0 || read > most);
  const keep = () => {
    if (bad) setText(shown);
    else if (read !== value) onSave(read);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (chordOf(event) !== 'Enter') return;
    event.preventDefault();
    const cell = event.currentTarget.closest('td');
    const row = cell?.parentElement;
    const at = cell && row ? [...row.children].indexOf(cell) : -1;
    const next = row?.nextElementSibling?.children[at]?.querySelector<HTMLElement>('input');
    if (next) next.focus();
    else event.currentTarget.blur();
  };
  return (
    <Input
      size="small"
      variant="borderless"
      className="so-agreements-score so-number"
      aria-label={label}
      status={bad ? 'error' : ''}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
