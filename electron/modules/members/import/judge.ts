/** Judges the rows of a list against the register and against each other: new, changed, same or suspect, with the reason. */
import {
  type ImportRow,
  isExtraField,
  KEY_FIELDS,
  type MemberFields as ListFields,
} from '../../../../shared/domain/import/fields';
import type { LinkedRow, Repetition } from '../../../../shared/domain/import/link';
import {
  clearings,
  diffRow,
  type MatchResult,
  matchPerson,
  PersonIndex,
} from '../../../../shared/domain/import/match';
import type { Db } from '../../../db/database';
import { type MemberFields, searchEntry, toColumns, valueColumns } from '../record';
import { type ListedMember, matchKeys, memberById } from '../repository';
import { extrasOf, knownValues } from './known';
import { membersByIds } from './repository';
import {
  type Decision,
  NAMELESS,
  packColumns,
  type RowRemarks,
  type StagedRecord,
  type Verdict,
} from './staged';
import { manyUids } from './uids';

/** How one row was judged, before it is staged. */
interface Judgement {
  verdict: Verdict;
  decision: Decision;
  memberId: number | null;
  reason: RowRemarks['reason'];
  changes: RowRemarks['changes'];
  candidates: RowRemarks['candidates'];
  repeatsLine: number | null;
}

/** Judges row after row; keeps which member was claimed by which line. */
export interface Judge {
  (linked: LinkedRow): StagedRecord;
  /** Reads the people that these rows will be compared with, in one go. */
  prepare(rows: readonly LinkedRow[]): void;
}

/** Reads the keys of the register once. Worker only: reads with the worker's own connection. */
export function createJudge(db: Db, rows: readonly ImportRow[], addPeople = true): Judge {
  const people = matchKeys(
    db,
    rows.some(({ values }) => !values.fullName),
  );
  const index = new PersonIndex<number>(people);
  const claimed = new Set<number>();
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const absent = new Set<number>();
  const loaded: Loaded = { people: new Map(), matches: new Map(), db };
  const judge = (linked: LinkedRow) => {
    const { row } = linked;
    const judgement =
      unreadable(loaded, row) ??
      (absent.has(linked.repeats?.certain ? linked.repeats.line : -1) ? null : repeated(linked, byLine)) ??
      (people.length === 0 ? null : known(loaded, index, row, claimed)) ??
      (row.values.fullName ? possible(linked, byLine) : null) ??
      (row.values.fullName ? (addPeople ? PLAIN : ABSENT) : missing(row));
    if (judgement.decision === 'skip' && judgement.repeatsLine === null) absent.add(row.line);
    return stage(row, judgement);
  };
  const prepare = (batch: readonly LinkedRow[]) => {
    if (people.length === 0) return;
    loaded.matches = new Map(batch.map(({ row }) => [row, matchPerson(row.values, index)]));
    const ids = [...loaded.matches.values()].flatMap((match) =>
      match.kind === 'same-person' ? [match.id] : [],
    );
    loaded.people = ids.length > 0 ? membersByIds(db, ids) : new Map();
  };
  return Object.assign(judge, { prepare });
}

/** Whom the rows of a batch match, these members read ahead, and where the others come from. */
interface Loaded {
  matches: Map<ImportRow, MatchResult<number>>;
  people: Map<number, ListedMember>;
  db: Db;
}

const PLAIN: Judgement = {
  verdict: 'new',
  decision: 'undecided',
  memberId: null,
  reason: null,
  changes: [],
  candidates: [],
  repeatsLine: null,
};
/** A row of a supplementary file whose person is not in the register. */
const ABSENT: Judgement = { ...PLAIN, verdict: 'suspect', decision: 'skip', reason: { code: 'absent' } };

/** A row that names nobody and whose numbers nobody in the register has. */
function missing({ values }: ImportRow): Judgement {
  const key = KEY_FIELDS.find((field) => values[field]);
  const reason = key
    ? { code: `missing.${key}`, details: { value: String(values[key]) } }
    : { code: 'missing.key' };
  return { ...PLAIN, verdict: 'suspect', decision: 'skip', reason };
}

/** A row with a cell nobody can read; one that names nobody is skipped unless the person it is of is chosen. */
function unreadable({ matches, people }: Loaded, row: ImportRow): Judgement | null {
  const problem = row.problems[0];
  if (!problem) return null;
  const nameless = !row.values.fullName;
  const match = nameless ? matches.get(row) : undefined;
  const person = match?.kind === 'same-person' ? people.get(match.id) : undefined;
  return {
    ...PLAIN,
    verdict: 'suspect',
    decision: nameless ? 'skip' : 'undecided',
    reason: { code: `problem.${problem.code}`, details: { field: problem.field, value: problem.value } },
    candidates: person ? [candidateOfRegister(person)] : [],
  };
}

function repeated(linked: LinkedRow, rows: Map<number, ImportRow>): Judgement | null {
  if (!linked.repeats?.certain) return null;
  return {
    ...PLAIN,
    verdict: 'suspect',
    decision: 'merge',
    ...asRepetition(linked.repeats, rows),
    changes: Object.entries(linked.repeats.adds).map(([field, after]) => ({
      field,
      before: null,
      after: String(after),
    })),
  };
}

/** A row that may be an earlier one of the file: somebody has to say. */
function possible(linked: LinkedRow, rows: Map<number, ImportRow>): Judgement | null {
  if (!linked.repeats) return null;
  return { ...PLAIN, verdict: 'suspect', ...asRepetition(linked.repeats, rows) };
}

function asRepetition(
  repeats: Repetition,
  rows: Map<number, ImportRow>,
): Pick<Judgement, 'repeatsLine' | 'reason' | 'candidates'> {
  const first = rows.get(repeats.line);
  return {
    repeatsLine: repeats.line,
    reason: { code: `repeats.${repeats.reason}`, details: { line: repeats.line } },
    candidates: first ? [candidateOfFile(first)] : [],
  };
}

function known(
  { people, matches, db }: Loaded,
  index: PersonIndex<number>,
  row: ImportRow,
  claimed: Set<number>,
): Judgement | null {
  const match = matches.get(row) ?? matchPerson(row.values, index);
  if (match.kind === 'none') return null;
  if (match.kind === 'same-person') {
    const member = people.get(match.id) ?? memberById(db, match.id);
    if (!member) return null;
    claimed.add(match.id);
    const changes = changesOf(db, member, row);
    return {
      ...PLAIN,
      verdict: changes.length > 0 ? 'changed' : 'same',
      memberId: match.id,
      reason: { code: `match.${match.by}` },
      changes: changes.map(({ field, before, after }) => ({
        field,
        before: before === null ? null : String(before),
        after: after === null ? null : String(after),
      })),
    };
  }
  const members = match.candidates
    .map((id) => memberById(db, id))
    .filter((m): m is ListedMember => m !== undefined);
  const only = members.length === 1 ? members[0] : undefined;
  if (only && !claimed.has(only.id) && changesOf(db, only, row).length === 0) {
    claimed.add(only.id);
    return { ...PLAIN, verdict: 'same', memberId: only.id, reason: { code: 'match.identical' } };
  }
  return {
    ...PLAIN,
    verdict: 'suspect',
    reason: { code: `propose.${match.reason}`, details: { count: members.length } },
    candidates: members.map(candidateOfRegister),
  };
}

/** What a row changes in a known member; its markers empty values. */
function changesOf(db: Db, member: ListedMember, row: ImportRow) {
  const existing = knownValues(member, extrasOf(db, member.id, [...Object.keys(row.values), ...row.clears]));
  return [...diffRow(existing, row.values), ...clearings(existing, row.clears)];
}

const candidateOfFile = (row: ImportRow): RowRemarks['candidates'][number] => ({
  memberId: null,
  line: row.line,
  sheet: null,
  fullName: row.values.fullName ?? '',
  birthDate: row.values.birthDate ?? null,
  department: row.values.department ?? null,
  cardNo: row.values.cardNo ?? null,
});
const candidateOfRegister = (m: ListedMember): RowRemarks['candidates'][number] => ({
  memberId: m.id,
  line: null,
  sheet: null,
  fullName: m.full_name,
  birthDate: m.birth_date,
  department: m.department,
  cardNo: m.card_no,
});

function stage(row: ImportRow, judged: Judgement): StagedRecord {
  // A row of a known person is never written as a member of its own: nothing is worked out for finding it.
  const known = judged.verdict === 'same' || judged.verdict === 'changed';
  const fields = asFields(row.values);
  const { department_id: _d, group_id: _g, ...columns } = known ? valueColumns(fields) : toColumns(fields);
  const { initials, codes } = known ? NOT_FOUND : searchEntry(0, columns);
  const { changes, candidates, reason } = judged;
  const remarks: RowRemarks = { changes, notes: row.notes, problems: row.problems, candidates, reason };
  return {
    line: row.line,
    verdict: judged.verdict,
    attention: row.problems.length > 0 || judged.verdict === 'suspect' ? 1 : 0,
    decision: judged.decision,
    member_id: judged.memberId,
    repeats_line: judged.repeatsLine,
    department: row.values.department ?? null,
    group_name: row.values.group ?? null,
    extras: packExtras(row.values),
    clears: row.clears.length === 0 ? '[]' : JSON.stringify(row.clears),
    kinds: row.notes.length === 0 ? '' : ` ${[...new Set(row.notes.map(({ kind }) => kind))].join(' ')} `,
    choices: judged.candidates.length,
    uid: manyUids(),
    written: packColumns(columns),
    initials,
    codes,
    remarks: JSON.stringify(remarks),
  };
}

const NOT_FOUND = { initials: '', codes: '' };

function packExtras(values: Partial<ListFields>): string {
  const extras: Record<string, unknown> = {};
  for (const key in values)
    if (isExtraField(key) && values[key] !== undefined && values[key] !== null) extras[key] = values[key];
  return JSON.stringify(extras);
}

/** The row as a record form: what the list left empty is unknown. */
function asFields(values: Partial<ListFields>): MemberFields {
  const fields: Record<string, unknown> = {};
  for (const key of FIELD_NAMES) fields[key] = values[key as keyof ListFields] ?? null;
  return { ...(fields as unknown as MemberFields), fullName: values.fullName || NAMELESS };
}

const EMPTY: MemberFields = {
  fullName: '',
  sortName: null,
  gender: null,
  birthDate: null,
  departmentId: null,
  groupId: null,
  jobTitle: null,
  position: null,
  unionPosition: null,
  contractType: null,
  hireDate: null,
  education: null,
  politicalTheory: null,
  unionJoinDate: null,
  unionJoinPlace: null,
  unionJoinDecision: null,
  cardNo: null,
  cardDate: null,
  cardStatus: null,
  idNumber: null,
  idDate: null,
  idPlace: null,
  phone: null,
  email: null,
  address: null,
  hometown: null,
  ethnicity: null,
  religion: null,
  isParty: null,
  partyDate: null,
  salaryCoefficient: null,
  duesBase: null,
  bankAccount: null,
  healthNote: null,
  hardship: null,
  hardshipNote: null,
  note: null,
};
const FIELD_NAMES = Object.keys(EMPTY);
