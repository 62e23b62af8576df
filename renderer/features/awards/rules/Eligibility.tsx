/** What the rules say of a list: a line above it, and a drawer with everybody's rules and the records behind them. */
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  ChoiceChips,
  Drawer,
  EmptyState,
  Icon,
  Tag,
  type TagTone,
  useFormat,
} from '../../../ui';
import { PassOverForm, PassOverMany } from './PassOver';
import './rules.css';
import { type Check, type CheckedLine, type CheckedSubject, useRuleWords } from './words';

const SHOWN = ['look', 'unknown', 'overridden', 'all'] as const;
type Shown = (typeof SHOWN)[number];
const TONES: Record<CheckedLine['verdict'], TagTone> = { met: 'ok', missing: 'warn', unknown: 'neutral' };

/** "3 người, tập thể cần xem lại · 1 chưa rõ" above the list of a decision. */
export function DecisionEligibility({ decisionId }: { decisionId: number }) {
  const query = useQueryOp('awardRules.check', { decisionId }, { keep: true });
  return query.data ? <EligibilityLine check={query.data} /> : null;
}

/** The same above the proposals of a round. */
export function RoundEligibility({ roundId }: { roundId: number }) {
  const query = useQueryOp('awardRules.checkRound', { roundId }, { keep: true });
  return query.data && query.data.rows.length > 0 ? <EligibilityLine check={query.data} /> : null;
}

/** The same for any list that was checked. */
export function EligibilityLine({ check }: { check: Check }) {
  const t = useText();
  const [shown, setShown] = useState<Shown | null>(null);
  const over = check.general.some((line) => line.verdict === 'missing');
  const button = (key: Shown, tone: TagTone, text: string) => (
    <button key={key} type="button" className="so-awards-flag" onClick={() => setShown(key)}>
      <Tag tone={tone}>{text}</Tag>
    </button>
  );
  return (
    <div className="so-rules-line">
      <Icon of={ListChecks} size={16} />
      <span className="so-muted">{t('awardRules.summary.title')}</span>
      {check.rules === 0 && <span className="so-caption">{t('awardRules.summary.noRules')}</span>}
      {check.look > 0 && button('look', 'warn', t('awardRules.summary.look', { count: check.look }))}
      {check.look === 0 && check.rules > 0 && button('all', 'ok', t('awardRules.summary.met'))}
      {over && button('all', 'warn', t('awardRules.summary.quota'))}
      {check.unknown > 0 &&
        button('unknown', 'neutral', t('awardRules.summary.unknown', { count: check.unknown }))}
      {check.overridden > 0 &&
        button('overridden', 'nhu', t('awardRules.summary.overridden', { count: check.overridden }))}
      <span className="so-push" />
      <Link className="so-linklike" to="/awards?tab=rules">
        {t('awardRules.summary.settings')}
      </Link>
      {shown !== null && (
        <EligibilityDrawer check={check} shown={shown} onShown={setShown} onClose={() => setShown(null)} />
      )}
    </div>
  );
}

function EligibilityDrawer({
  check,
  shown,
  onShown,
  onClose,
}: {
  check: Check;
  shown: Shown;
  onShown(shown: Shown): void;
  onClose(): void;
}) {
  const t = useText();
  const rows = check.rows.filter((row) => shown === 'all' || belongs(row, shown));
  const count = (key: Shown) => check.rows.filter((row) => key === 'all' || belongs(row, key)).length;
  return (
    <Drawer open onClose={onClose} title={t('awardRules.tab')} width={620}>
      <div className="so-stack">
        <ChoiceChips
          label={t('awardRules.shown')}
          items={SHOWN.map((key) => ({ key, label: `${t(`awardRules.show.${key}`)} (${count(key)})` }))}
          active={shown}
          onChange={(key) => onShown(SHOWN.find((one) => one === key) ?? 'all')}
        />
        {check.general.length > 0 && (
          <section className="so-rules-subject" aria-label={t('awardRules.general')}>
            <h3>{t('awardRules.general')}</h3>
            {check.general.map((line) => (
              <LineView key={line.ruleId} line={line} subject={null} />
            ))}
          </section>
        )}
        {rows.length === 0 ? (
          <EmptyState icon={ListChecks} title={t('awardRules.nobody')}>
            {t('awardRules.nobodyBody')}
          </EmptyState>
        ) : (
          <>
            <PassOverMany
              rows={rows}
              verdict={shown === 'look' ? 'missing' : shown === 'unknown' ? shown : null}
            />
            {rows.map((row) => (
              <SubjectView key={row.uid} row={row} shown={shown} />
            ))}
          </>
        )}
      </div>
    </Drawer>
  );
}

const belongs = (row: CheckedSubject, shown: Shown): boolean =>
  shown === 'overridden'
    ? row.lines.some((line) => line.override !== null)
    : shown === 'unknown'
      ? row.lines.some((line) => line.verdict === 'unknown' && line.override === null)
      : row.state === shown;

function SubjectView({ row, shown }: { row: CheckedSubject; shown: Shown }) {
  const t = useText();
  const fits = (line: CheckedLine) =>
    shown === 'all' ||
    (shown === 'overridden'
      ? line.override !== null
      : line.override === null && line.verdict === (shown === 'look' ? 'missing' : 'unknown'));
  return (
    <section className="so-rules-subject" aria-label={row.name}>
      <h3>
        {row.memberId === null ? row.name : <Link to={`/members/${row.memberId}`}>{row.name}</Link>}{' '}
        <span className="so-caption">
          {row.kind === 'individual' ? row.unitName : t(`awards.kinds.${row.kind}`)}
        </span>
      </h3>
      {row.lines.filter(fits).map((line) => (
        <LineView key={line.ruleId} line={line} subject={row} />
      ))}
    </section>
  );
}

function LineView({ line, subject }: { line: CheckedLine; subject: CheckedSubject | null }) {
  const t = useText();
  const words = useRuleWords();
  const [asking, setAsking] = useState(false);
  const name = words.ruleName(line);
  const open = subject !== null && line.verdict !== 'met' && line.override === null;
  return (
    <div className="so-rules-finding">
      <Tag tone={TONES[line.verdict]}>{t(`awardRules.verdicts.${line.verdict}`)}</Tag>
      <div>
        <p>
          {name}
          {line.mark !== 'published' && (
            <span className="so-caption"> · {t(`awardRules.marks.${line.mark}`)}</span>
          )}
        </p>
        <p className="so-strong">{words.says(line)}</p>
        {line.records.length > 0 && (
          <ul>
            {line.records.map((record) => (
              <li key={`${record.kind}-${record.id}`}>
                <Link to={words.recordPath(record)}>{words.record(record)}</Link>
              </li>
            ))}
          </ul>
        )}
        {line.override && subject && <Overridden line={line} subject={subject} />}
        {open && !asking && (
          <ActionButton
            size="small"
            action={{
              key: 'pass',
              label: t('awardRules.passOver'),
              onClick: () => setAsking(true),
            }}
          />
        )}
        {open && asking && (
          <PassOverForm ruleId={line.ruleId} subjects={[subject.uid]} onDone={() => setAsking(false)} />
        )}
      </div>
    </div>
  );
}

function Overridden({ line, subject }: { line: CheckedLine; subject: CheckedSubject }) {
  const t = useText();
  const format = useFormat();
  const back = useCommandOp('awardRules.trashOverrides', { done: () => t('awardRules.takenBack') });
  const { override } = line;
  if (!override) return null;
  return (
    <p>
      <Tag tone="nhu">
        {t('awardRules.passed', {
          reason: override.reason,
          by: override.decidedBy,
          date: format.date(override.decidedOn),
        })}
      </Tag>{' '}
      <button
        type="button"
        className="so-linklike"
        aria-label={t('awardRules.takeBackName', { name: subject.name })}
        onClick={() => back.fire({ ids: [override.id] })}
      >
        {t('awardRules.takeBack')}
      </button>
    </p>
  );
}
