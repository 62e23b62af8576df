/** The grid of a rating, typed like a sheet: Enter and arrows go down and up, Tab to the next criterion. */
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Rater } from '../../../../shared/contract/reviewRatings';
import { sentenceOf, useCommandOp, useText } from '../../../client';
import { chordOf, useFormat } from '../../../ui';
import { readScoreText } from '../ScoreInput';
import type { Rating } from './RatingPage';

type Line = Rating['lines'][number];
type Criterion = Rating['groups'][number]['criteria'][number];

export function RatingGrid({ rating, who }: { rating: Rating; who: Rater }) {
  const t = useText();
  const body = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const criteria = rating.groups.flatMap((group) => group.criteria);
  const move = (subjectId: number, criterion: string, by: 1 | -1) => {
    const cells = [
      ...(body.current?.querySelectorAll<HTMLInputElement>(
        `input[data-criterion="${CSS.escape(criterion)}"]`,
      ) ?? []),
    ];
    const at = cells.findIndex((cell) => cell.dataset.subject === String(subjectId));
    cells[at + by]?.focus();
    cells[at + by]?.select();
  };
  return (
    <div className="so-review-scroll" ref={body}>
      {problem && (
        <p role="alert" className="so-review-grid__problem">
          {problem}
        </p>
      )}
      <table className="so-review-grid">
        <caption className="so-sr">{t('reviewWork.rating.title')}</caption>
        <GridHead rating={rating} />
        <tbody>
          {rating.lines.map((line) => (
            <tr key={line.subjectId}>
              <th scope="row" lang="vi">
                {line.name}
              </th>
              {criteria.map((criterion) => (
                <td key={criterion.uid}>
                  <Cell
                    {...{ rating, who, line, criterion }}
                    onMove={(by) => move(line.subjectId, criterion.uid, by)}
                    onProblem={setProblem}
                  />
                </td>
              ))}
              <LineEnd rating={rating} line={line} who={who} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridHead({ rating }: { rating: Rating }) {
  const t = useText();
  const format = useFormat();
  const title = (each: { title: string; titleEn: string | null }) =>
    t.language === 'vi' ? each.title : (each.titleEn ?? each.title);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t(rating.kind === 'group' ? 'reviewWork.rating.group' : 'reviewWork.rating.member')}
        </th>
        {rating.groups.map((group) => (
          <th key={group.code} scope="colgroup" colSpan={group.criteria.length} title={title(group)}>
            {group.criteria.length === 1
              ? `${group.code} (${format.decimal(group.max, 2)})`
              : `${group.code}. ${title(group)} (${format.decimal(group.max, 2)})`}
          </th>
        ))}
        <th scope="col" rowSpan={2} className="so-number">
          {t('reviewWork.rating.total')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('reviewWork.rating.rank')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('reviewWork.rating.note')}
        </th>
      </tr>
      <tr>
        {rating.groups.flatMap((group) =>
          group.criteria.map((each) => (
            <th key={each.uid} scope="col" title={title(each)}>
              {each.code} <span className="so-muted">({format.decimal(each.max, 2)})</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

interface CellProps {
  rating: Rating;
  who: Rater;
  line: Line;
  criterion: Criterion;
  onMove(by: 1 | -1): void;
  onProblem(problem: string | null): void;
}

function Cell({ rating, who, line, criterion, onMove, onProblem }: CellProps) {
  const t = useText();
  const format = useFormat();
  const stored = line.scores[criterion.uid]?.[who] ?? null;
  const write = (score: number | null) => (score === null ? '' : format.decimal(score, 2));
  const [text, setText] = useState(() => write(stored));
  const [wrong, setWrong] = useState(false);
  const known = useRef(stored);
  /** Typed since the last save: an answer that comes meanwhile does not write over it. */
  const typed = useRef(false);
  const save = useCommandOp('review.setRatingScores', {
    failure: 'inline',
    done: (data) => t('reviewWork.rating.saved', { count: data.count }),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored replaces what was shown
  useEffect(() => {
    known.current = stored;
    if (!typed.current) setText(write(stored));
  }, [stored]);
  const refuse = (sentence: string | null) => {
    setWrong(sentence !== null);
    onProblem(sentence);
    return sentence === null;
  };
  const commit = async (): Promise<boolean> => {
    typed.current = false;
    const score = readScoreText(text);
    if (score === undefined) return refuse(t('reviewWork.rating.wrong', { text }));
    if (score !== null && score > criterion.max)
      return refuse(t('reviewWork.rating.overMax', { value: write(score), max: write(criterion.max) }));
    if (score === known.current) return refuse(null);
    known.current = score;
    try {
      await save.run({
        id: rating.id,
        who,
        cells: [{ subjectId: line.subjectId, criterion: criterion.uid, score }],
      });
      return refuse(null);
    } catch (error) {
      known.current = stored;
      return refuse(sentenceOf(error, t));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[chordOf(event)] as 1 | -1 | undefined;
    if (by === undefined) return;
    event.preventDefault();
    const field = event.currentTarget;
    // Somebody who went elsewhere while it was saved stays there.
    void commit().then((saved) => saved && document.activeElement === field && onMove(by));
  };
  return (
    <Input
      value={text}
      data-criterion={criterion.uid}
      data-subject={line.subjectId}
      disabled={rating.closedAt !== null}
      inputMode="decimal"
      autoComplete="off"
      aria-label={t('reviewWork.rating.cell', { name: line.name, code: criterion.code })}
      aria-invalid={wrong}
      status={wrong ? 'error' : ''}
      onChange={(event) => {
        typed.current = true;
        setText(event.target.value);
      }}
      onFocus={(event) => event.target.select()}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}

function LineEnd({ rating, line, who }: { rating: Rating; line: Line; who: Rater }) {
  const t = useText();
  const format = useFormat();
  const vi = t.language === 'vi';
  const total = line.totals[who]?.score ?? null;
  const why = line.blocked.flatMap((each) => (vi ? each.reasons : each.reasonsEn)).join('; ');
  return (
    <>
      <td className="so-number so-strong" data-total={line.subjectId}>
        {total === null ? '–' : format.decimal(total, 2)}
        {line.final !== null && line.final !== total && (
          <span className="so-muted"> ({format.decimal(line.final, 2)})</span>
        )}
      </td>
      <td title={why || undefined} className={why ? 'so-review-reference' : undefined}>
        {line.rank ? (
          vi ? (
            line.rank.name
          ) : (
            line.rank.nameEn
          )
        ) : (
          <span className="so-muted">{t('reviewWork.rating.noRank')}</span>
        )}
      </td>
      <td>
        <NoteCell rating={rating} line={line} />
      </td>
    </>
  );
}

function NoteCell({ rating, line }: { rating: Rating; line: Line }) {
  const t = useText();
  const [text, setText] = useState(line.note ?? '');
  const save = useCommandOp('review.setRatingNote', {
    done: () => t('reviewWork.rating.noteSaved', { name: line.name }),
  });
  useEffect(() => setText(line.note ?? ''), [line.note]);
  const commit = () => {
    const note = text.trim() || null;
    if (note !== line.note) save.fire({ id: rating.id, subjectId: line.subjectId, note });
  };
  return (
    <Input
      className="so-review-grid__note"
      value={text}
      lang="vi"
      maxLength={1000}
      disabled={rating.closedAt !== null}
      aria-label={t('reviewWork.rating.noteOf', { name: line.name })}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
    />
  );
}
