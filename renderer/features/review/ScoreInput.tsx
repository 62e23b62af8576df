/** The officer's own score of one criterion: saved on leaving the field or with Enter, kept as typed when refused. */
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf, useCommandOp, useText } from '../../client';
import { chordOf, useFormat } from '../../ui';
import type { Item } from './SheetPage';

/** "4", "3,5", "33.25"; undefined if it is no score. */
export function readScoreText(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (!/^\d{1,4}([.,]\d{1,2})?$/.test(typed)) return undefined;
  const value = Number(typed.replace(',', '.'));
  return Number.isInteger(value * 4) ? value : undefined;
}

/** The own score, or that of those who check. */
export type ScoreOf = 'score' | 'group' | 'upper';

export const scoreIn = (item: Item, column: ScoreOf): number | null =>
  column === 'score' ? item.score : (item.checks[column]?.score ?? null);

/** The line of a criterion is written one score after the other, each over the version the one before left. */
export type SavedLines = Map<string, Promise<number>>;

export interface ScoreInputProps {
  lines: SavedLines;
  reviewId: number;
  item: Item;
  column: ScoreOf;
  disabled: boolean;
  onFocus(): void;
  /** Why what is typed was not saved; shown under the line. */
  problem: string | null;
  onProblem(problem: string | null): void;
  /** Enter and the arrows go to another line. */
  onMove(by: 1 | -1): void;
}

export function ScoreInput(props: ScoreInputProps) {
  const { lines, reviewId, item, column, disabled, onFocus, onMove, problem, onProblem } = props;
  const now = scoreIn(item, column);
  const t = useText();
  const format = useFormat();
  const write = (score: number | null) => (score === null ? '' : format.decimal(score, 2));
  const [text, setText] = useState(() => write(now));
  const saving = useRef(false);
  /** Typed since the last save: an answer that comes meanwhile does not write over it. */
  const typed = useRef(false);
  /** What the store holds, known before the sheet is read again. */
  const known = useRef({ score: now, version: item.version });
  if (item.version > known.current.version) known.current = { score: now, version: item.version };
  const save = useCommandOp('review.setItem', {
    failure: 'inline',
    done: (_, input) =>
      input.score == null
        ? t('review.unscored', { code: item.code })
        : t('review.scored', { code: item.code, score: write(input.score) }),
  });
  const check = useCommandOp('review.setCheck', {
    failure: 'inline',
    done: (_, input) => {
      const who = t(`reviewWork.col.${input.column}`);
      return input.score === null
        ? t('reviewWork.unscored', { code: item.code, who })
        : t('reviewWork.scored', { code: item.code, who, score: write(input.score) });
    },
  });
  const stored = write(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored replaces what was shown
  useEffect(() => {
    if (typed.current) return;
    setText(stored);
    onProblem(null);
  }, [stored]);

  /** Resolves to whether the field may be left. */
  const commit = async (): Promise<boolean> => {
    if (saving.current || disabled) return true;
    typed.current = false;
    const score = readScoreText(text);
    const refused =
      score === undefined
        ? t('review.wrongScore', { text, max: write(item.max) })
        : score !== null && score > item.max
          ? t('review.overMax', { value: write(score), code: item.code, max: write(item.max) })
          : null;
    if (refused !== null || score === undefined) {
      onProblem(refused);
      return false;
    }
    if (score === known.current.score) {
      setText(write(score));
      onProblem(null);
      return true;
    }
    saving.current = true;
    try {
      const before = lines.get(item.uid) ?? Promise.resolve(0);
      const put = async (left: number) => {
        const newest = Math.max(left, known.current.version);
        const line = { reviewId, criterion: item.uid, version: newest, score };
        return (await (column === 'score' ? save.run(line) : check.run({ ...line, column }))).version;
      };
      const written = before.then(put);
      lines.set(
        item.uid,
        written.catch(() => before),
      );
      const version = await written;
      known.current = { score, version };
      onProblem(null);
      return true;
    } catch (error) {
      onProblem(sentenceOf(error, t));
      return false;
    } finally {
      saving.current = false;
    }
  };

  return (
    <Input
      className="so-review-score"
      data-score={item.code}
      data-column={column}
      value={text}
      disabled={disabled}
      inputMode="decimal"
      autoComplete="off"
      aria-label={t(column === 'score' ? 'review.scoreOf' : `reviewWork.scoreOf.${column}`, {
        code: item.code,
      })}
      aria-invalid={problem !== null}
      aria-describedby={problem === null ? undefined : `problem-${item.uid}`}
      status={problem ? 'error' : ''}
      onChange={(event) => {
        typed.current = true;
        setText(event.target.value);
        onProblem(null);
      }}
      onFocus={onFocus}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[chordOf(event)] as 1 | -1 | undefined;
        if (by === undefined) return;
        event.preventDefault();
        const field = event.currentTarget;
        // Somebody who went elsewhere while it was saved stays there.
        void commit().then((saved) => saved && document.activeElement === field && onMove(by));
      }}
    />
  );
}
