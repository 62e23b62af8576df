/** A list as read: whom each row means, what has to be chosen, and taking it in. */
import { Checkbox, Select } from 'antd';
import { ChevronDown, CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  type Candidate,
  type Column,
  Drawer,
  findMembers,
  Icon,
  NamePicker,
  Note,
  PlainTable,
  Tag,
  type TagTone,
} from '../../../ui';
import { useAwardWords } from '../words';
import type { RoundData } from './RoundPage';

type List = OutputOf<'proposals.readList'>;
type Row = List['rows'][number];
/** Whom a row is taken for: an id, the name as written, nobody, or not yet known. */
type Who = number | 'written' | 'leave' | null;
interface Choice {
  who: Who;
  formId: number | null;
  /** Somebody found by typing. */
  picked?: Candidate;
}

const TONES: Record<Row['match'], TagTone> = {
  key: 'ok',
  name: 'ok',
  toneless: 'warn',
  several: 'bad',
  none: 'bad',
};

const proposedFor = (row: Row): Choice => ({
  who: row.known ? 'leave' : (row.memberId ?? row.orgUnitId),
  formId: row.formId,
});
const isClear = (choice: Choice) => choice.who === 'leave' || (choice.who !== null && choice.formId !== null);

export function ReadDrawer({ data, list, onClose }: { data: RoundData; list: List; onClose(): void }) {
  const t = useText();
  const [choices, setChoices] = useState(
    () => new Map(list.rows.map((row) => [row.key, proposedFor(row)] as const)),
  );
  const [handed, setHanded] = useState(list.orgUnitIds);
  const choiceOf = (row: Row) => choices.get(row.key) ?? proposedFor(row);
  const set = (row: Row, change: Partial<Choice>) =>
    setChoices(new Map(choices).set(row.key, { ...choiceOf(row), ...change }));
  const unclear = list.rows.filter((row) => !isClear(choiceOf(row)));
  const taken = list.rows.filter((row) => isClear(choiceOf(row)) && choiceOf(row).who !== 'leave');
  const known = list.rows.filter((row) => row.known).length;
  const take = useCommandOp('proposals.takeIn', {
    done: (done) => t('proposals.read.taken', { count: done.ids.length }),
  });
  const save = async () => {
    const rows = taken.map((row) => inputOf(row, choiceOf(row), handed));
    await take.run({ roundId: data.round.id, fileName: list.fileName, orgUnitIds: handed, rows });
    onClose();
  };
  const columns = useReadColumns(data, choiceOf, set);
  return (
    <Drawer
      open
      onClose={onClose}
      width={1080}
      title={t('proposals.read.title', { file: list.fileName })}
      footer={
        <span className="so-row">
          <ActionButton
            primary
            action={{
              key: 'take',
              label:
                taken.length === 0
                  ? t('proposals.read.takeUnits')
                  : t('proposals.read.take', { count: taken.length }),
              disabled: unclear.length > 0 || (taken.length === 0 && handed.length === 0),
              onClick: () => void save().catch(() => undefined),
            }}
          />
          <ActionButton action={{ key: 'close', label: t('proposals.read.close'), onClick: onClose }} />
        </span>
      }
    >
      <div className="so-stack">
        <p className="so-row so-wrap">
          <Tag tone="ok">{t('proposals.read.ready', { count: taken.length })}</Tag>
          {unclear.length > 0 && (
            <Tag tone="bad">{t('proposals.read.unclear', { count: unclear.length })}</Tag>
          )}
          {known > 0 && <Tag tone="neutral">{t('proposals.read.known', { count: known })}</Tag>}
          {list.empty > 0 && <Tag tone="line">{t('proposals.read.empty', { count: list.empty })}</Tag>}
        </p>
        {data.units.length > 0 && <HandedIn data={data} value={handed} onChange={setHanded} />}
        {list.rows.length === 0 ? (
          <Note tone="warn" icon={CircleAlert}>
            {t('proposals.proposal.empty')}
          </Note>
        ) : (
          <PlainTable
            framed
            caption={t('proposals.read.open')}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.key}
            rowClass={(row) => (isClear(choiceOf(row)) ? undefined : 'so-proposals-unclear')}
          />
        )}
      </div>
    </Drawer>
  );
}

function inputOf(
  row: Row,
  choice: Choice,
  handed: readonly number[],
): InputOf<'proposals.takeIn'>['rows'][number] {
  const { kind, post, unionPost, achievement, initiative, awardedBefore, note } = row;
  const id = typeof choice.who === 'number' ? choice.who : null;
  const collective = kind === 'collective';
  return {
    kind,
    memberId: collective ? null : id,
    orgUnitId: collective ? id : null,
    name: id === null ? row.written : null,
    formId: choice.formId ?? 0,
    fromUnitId: row.fromUnitId ?? (handed.length === 1 ? handed[0] : null) ?? null,
    post,
    unionPost,
    achievement,
    initiative,
    awardedBefore,
    note,
  };
}

function HandedIn({
  data,
  value,
  onChange,
}: {
  data: RoundData;
  value: number[];
  onChange(ids: number[]): void;
}) {
  const t = useText();
  const [on, setOn] = useState(value.length > 0);
  return (
    <div className="so-row so-wrap">
      <Checkbox
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          if (!event.target.checked) onChange([]);
        }}
      >
        {t('proposals.read.fromHint')}
      </Checkbox>
      <Select<number[]>
        mode="multiple"
        size="small"
        className="so-proposals-grow"
        aria-label={t('proposals.read.from')}
        placeholder={t('proposals.read.from')}
        value={value}
        onChange={(ids) => {
          setOn(ids.length > 0);
          onChange(ids);
        }}
        options={data.units.map((unit) => ({ value: unit.orgUnitId, label: unit.name }))}
      />
    </div>
  );
}

function useReadColumns(
  data: RoundData,
  choiceOf: (row: Row) => Choice,
  set: (row: Row, change: Partial<Choice>) => void,
): Column<Row>[] {
  const t = useText();
  const words = useAwardWords();
  const forms = useMemo(
    () =>
      data.forms.map((form) => ({
        value: form.id,
        label: words.formName({ form: form.name, formEn: form.nameEn }),
      })),
    [data.forms, words],
  );
  return [
    { key: 'line', header: t('proposals.col.line'), width: 52, align: 'right', cell: (row) => row.line },
    {
      key: 'written',
      header: t('proposals.col.written'),
      width: 210,
      cell: (row) => (
        <span>
          <span className="so-strong">{row.written}</span>
          <br />
          <span className="so-caption">{t(`awards.kinds.${row.kind}`)}</span>
        </span>
      ),
    },
    {
      key: 'who',
      header: t('proposals.col.who'),
      cell: (row) => <WhoCell row={row} choice={choiceOf(row)} onChange={(change) => set(row, change)} />,
    },
    {
      key: 'form',
      header: t('proposals.col.form'),
      width: 250,
      cell: (row) => {
        const { formId } = choiceOf(row);
        return (
          <span>
            <Select<number | null>
              size="small"
              className="so-proposals-choice"
              aria-label={t('proposals.read.chooseForm', { line: row.line })}
              placeholder={t('proposals.read.chooseForm', { line: row.line })}
              status={formId === null ? 'error' : ''}
              value={formId}
              onChange={(chosen) => set(row, { formId: chosen })}
              suffixIcon={<Icon of={ChevronDown} />}
              options={forms}
            />
            {formId === null && row.formText !== null && (
              <span className="so-caption">{t('proposals.read.formWritten', { text: row.formText })}</span>
            )}
          </span>
        );
      },
    },
  ];
}

function WhoCell({
  row,
  choice,
  onChange,
}: {
  row: Row;
  choice: Choice;
  onChange(change: Partial<Choice>): void;
}) {
  const t = useText();
  const { who, picked } = choice;
  const given = row.memberId ?? row.orgUnitId;
  const people = row.candidates.map((one) => ({
    value: one.id as number | 'written' | 'leave',
    label: [one.name, one.facts].filter(Boolean).join(' · '),
  }));
  const typed = picked
    ? [
        {
          value: picked.memberId as number | 'written' | 'leave',
          label: `${picked.fullName} · ${picked.facts}`,
        },
      ]
    : [];
  const self =
    given !== null && !row.candidates.some((one) => one.id === given)
      ? [{ value: given as number | 'written' | 'leave', label: row.written }]
      : [];
  const state =
    row.known && who === 'leave'
      ? t('proposals.read.known')
      : typeof who === 'number' && who !== given
        ? t('proposals.read.match.chosen')
        : t(`proposals.read.match.${row.match}`);
  return (
    <span>
      <Select<number | 'written' | 'leave'>
        size="small"
        className="so-proposals-choice"
        aria-label={t('proposals.read.chooseWho', { line: row.line })}
        placeholder={t('proposals.read.chooseWho', { line: row.line })}
        status={who === null ? 'error' : ''}
        value={who}
        onChange={(chosen) => onChange({ who: chosen })}
        suffixIcon={<Icon of={ChevronDown} />}
        options={[
          ...self,
          ...people,
          ...typed,
          { value: 'written' as const, label: t('proposals.read.asWritten') },
          { value: 'leave' as const, label: t('proposals.read.leaveOut') },
        ]}
      />
      <Tag
        tone={
          row.known || who === 'leave' ? 'neutral' : who === null || who === given ? TONES[row.match] : 'ok'
        }
      >
        {state}
      </Tag>
      {who === null && row.kind !== 'collective' && (
        <NamePicker
          label={t('proposals.read.search', { line: row.line })}
          placeholder={t('awards.recipients.pick')}
          find={findMembers}
          onPick={(candidate) => onChange({ who: candidate.memberId, picked: candidate })}
        />
      )}
    </span>
  );
}
