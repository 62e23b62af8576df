/** The officer's own score of one criterion: saved on leaving the field or with Enter, kept as typed when refused. */
import { Input, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { OpError, sentenceOf, useCommandOp, useText } from '../../client';
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

export interface ScoreInputProps {
  reviewId: number;
  item: Item;
  disabled: boolean;
  onFocus(): void;
  /** Enter and the arrows go to another line. */
  onMove(by: 1 | -1): void;
}

export function ScoreInput({ reviewId, item, disabled, onFocus, onMove }: ScoreInputProps) {
  const t = useText();
  const format = useFormat();
  const write = (score: number | null) => (score === null ? '' : format.decimal(score, 2));
  const [text, setText] = useState(() => write(item.score));
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useRef(false);
  const save = useCommandOp('review.setItem', {
    failure: 'inline',
    done: (_, input) =>
      input.score == null
        ? t('review.unscored', { code: item.code })
        : t('review.scored', { code: item.code, score: write(input.score) }),
  });
  const stored = write(item.score);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored replaces what was typed
  useEffect(() => {
    setText(stored);
    setProblem(null);
  }, [stored, item.version]);

  const commit = async () => {
    if (saving.current || disabled) return;
    const score = readScoreText(text);
    if (score === undefined) {
      setProblem(t('review.wrongScore', { text, max: write(item.max) }));
      return;
    }
    if (score !== null && score > item.max) {
      setProblem(t('review.overMax', { value: write(score), code: item.code, max: write(item.max) }));
      return;
    }
    if (score === item.score) {
      setText(stored);
      setProblem(null);
      return;
    }
    saving.current = true;
    try {
      await save.run({ reviewId, criterion: item.uid, version: item.version, score });
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof OpError ? sentenceOf(error, t) : String(error));
    } finally {
      saving.current = false;
    }
  };

  return (
    <Tooltip title={problem ?? ''} open={problem !== null} placement="bottomRight">
      <Input
        className="so-review-score"
        data-score={item.code}
        value={text}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('review.scoreOf', { code: item.code })}
        aria-invalid={problem !== null}
        status={problem ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onFocus={onFocus}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          const chord = chordOf(event);
          const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[chord] as 1 | -1 | undefined;
          if (by === undefined) return;
          event.preventDefault();
          void commit();
          onMove(by);
        }}
      />
    </Tooltip>
  );
}
