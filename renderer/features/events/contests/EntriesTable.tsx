/** Entries by content: people, department, results of the rounds, prizes. */
import { PencilLine, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { prizeName } from '../../../../shared/domain/contests';
import { useCommandOp, useText } from '../../../client';
import { type Column, IconButton, PlainTable, Tag, useFormat } from '../../../ui';
import type { Contest, Entry } from './ContestTab';

interface EntriesTableProps {
  contest: Contest;
  onlyPrizes?: boolean;
  onEdit(entry: Entry): void;
}

export function EntriesTable({ contest, onlyPrizes = false, onEdit }: EntriesTableProps) {
  const t = useText();
  const columns = useEntryColumns(contest, onEdit);
  const { subjects } = contest.fields;
  return (
    <PlainTable
      framed
      caption={t('contests.entries')}
      columns={columns}
      rows={onlyPrizes ? contest.entries.filter(({ prizes }) => prizes.length > 0) : contest.entries}
      rowKey={(entry) => entry.id}
      {...(subjects.length > 0
        ? {
            groupOf: (entry: Entry) =>
              entry.subject === null ? t('contests.whole') : (subjects[entry.subject] ?? ''),
          }
        : {})}
    />
  );
}

/** The entry is one person under their own name. */
const soleName = ({ name, people }: Entry) => people.length === 1 && people[0]?.name === name;

function People({ entry }: { entry: Entry }) {
  const t = useText();
  return entry.people.map((person, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: outsiders have no other name than their place
    <span key={at}>
      {at > 0 && ', '}
      {person.memberId === null ? (
        <span title={t('contests.outsider')}>{person.name}</span>
      ) : (
        <Link to={`/members/${person.memberId}`}>{person.name}</Link>
      )}
    </span>
  ));
}

function useEntryColumns(contest: Contest, onEdit: (entry: Entry) => void): Column<Entry>[] {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('contests.trashEntries', {
    done: (data) => t('contests.trashed', { count: data.count }),
  });
  const named = contest.entries.every(soleName);
  return useMemo(() => {
    const result = (entry: Entry, round: number) => {
      const found = entry.results.find((one) => one.round === round);
      if (!found) return '';
      const marks = found.hundredths === null ? null : format.decimal(found.hundredths / 100, 2);
      return [marks, found.words].filter(Boolean).join(', ');
    };
    const first = (entry: Entry) => entry.people[0]?.memberId ?? null;
    return [
      {
        key: 'name',
        header: t('contests.entries'),
        ...(named ? {} : { width: 200 }),
        cell: (entry) =>
          named && first(entry) !== null ? (
            <Link to={`/members/${first(entry)}`}>{entry.name}</Link>
          ) : (
            <span className="so-strong">{entry.name}</span>
          ),
      },
      ...(named
        ? []
        : [
            { key: 'people', header: t('contests.people'), cell: (entry: Entry) => <People entry={entry} /> },
          ]),
      {
        key: 'department',
        header: t('contests.department'),
        width: 170,
        cell: (entry) => entry.department ?? '',
      },
      ...contest.fields.rounds.map((round, at) => ({
        key: `round${at}`,
        header: round.name,
        width: 100,
        cell: (entry: Entry) => result(entry, at),
      })),
      {
        key: 'prizes',
        header: t('contests.prizeColumn'),
        width: 190,
        cell: (entry) =>
          entry.prizes.map((prize, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: prizes have no other name than their place
            <div key={at}>
              <Tag tone="nhu">{prizeName(prize, t.language)}</Tag>
              {prize.money !== null && <span className="so-muted"> {format.money(prize.money)}</span>}
            </div>
          )),
      },
      {
        key: 'tools',
        header: '',
        width: 76,
        cell: (entry) => (
          <span className="so-row">
            <IconButton
              icon={PencilLine}
              size="small"
              label={`${t('contests.edit')}: ${entry.name}`}
              onClick={() => onEdit(entry)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t('contests.toTrash', { name: entry.name })}
              onClick={() => trash.fire({ ids: [entry.id] })}
            />
          </span>
        ),
      },
    ];
  }, [t, format, contest.fields.rounds, named, onEdit, trash.fire]);
}
