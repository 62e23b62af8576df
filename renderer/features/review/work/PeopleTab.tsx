/** Who does what: progress of each person, and criteria given to people, several at once. */
import { Checkbox } from 'antd';
import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, type Column, Drawer, PlainTable, todayIso, useFormat } from '../../../ui';
import { StateIcon } from '../ReviewTable';
import type { Item, Sheet } from '../SheetPage';
import { TaskForm } from './TaskForm';

type Person = Sheet['people'][number];

export function PeopleTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  return (
    <div className="so-review-work">
      <section>
        <h2 className="so-review-work__title">{t('reviewWork.people.progress')}</h2>
        <ProgressTable people={sheet.people} />
      </section>
      <TasksPart sheet={sheet} />
    </div>
  );
}

function ProgressTable({ people }: { people: readonly Person[] }) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Person>[]>(() => {
    const number = (key: 'given' | 'scored' | 'proven' | 'overdue'): Column<Person> => ({
      key,
      header: t(`reviewWork.people.${key}`),
      align: 'right',
      width: 130,
      cell: (row) => format.count(row[key]),
    });
    return [
      {
        key: 'name',
        header: t('reviewWork.people.person'),
        cell: (row) =>
          row.name === null ? (
            <span className="so-muted">{t('reviewWork.people.nobody')}</span>
          ) : row.memberId === null ? (
            <span lang="vi">{row.name}</span>
          ) : (
            <Link lang="vi" to={`/members/${row.memberId}`}>
              {row.name}
            </Link>
          ),
      },
      ...(['given', 'scored', 'proven', 'overdue'] as const).map(number),
      {
        key: 'due',
        header: t('reviewWork.people.due'),
        width: 140,
        cell: (row) => (row.due ? format.date(row.due) : ''),
      },
    ];
  }, [t, format]);
  return (
    <PlainTable
      framed
      caption={t('reviewWork.people.progress')}
      columns={columns}
      rows={people}
      rowKey={(row) => `${row.memberId} ${row.name}`}
    />
  );
}

function TasksPart({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [giving, setGiving] = useState(false);
  const take = useCommandOp('review.assign', {
    done: (data) => t('reviewWork.task.taken', { count: data.count }),
  });
  const items = sheet.groups.flatMap((group) => group.items);
  const chosen = items.filter((item) => ticked.has(item.uid));
  const tick = (uid: string, on: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(uid);
      else after.delete(uid);
      return after;
    });
  const columns = useTaskColumns(ticked, tick, sheet.closedAt !== null);
  const off = { memberId: null, name: null, dueOn: null };
  return (
    <section>
      <div className="so-review-assign">
        <h2 className="so-review-work__title">{t('reviewWork.people.criteria')}</h2>
        <span className="so-caption">{t('reviewWork.people.hint')}</span>
        <span className="so-push" />
        {chosen.some((item) => item.task) && (
          <ActionButton
            size="small"
            action={{
              key: 'take',
              label: t('reviewWork.task.take'),
              onClick: () =>
                take.fire({
                  reviewId: sheet.id,
                  tasks: chosen.map((item) => ({ criterion: item.uid, ...off })),
                }),
            }}
          />
        )}
        <ActionButton
          size="small"
          action={{
            key: 'give',
            label: t('reviewWork.people.chosen', { count: chosen.length }),
            icon: UserPlus,
            disabled: chosen.length === 0,
            onClick: () => setGiving(true),
          }}
        />
      </div>
      <PlainTable
        framed
        caption={t('reviewWork.people.criteria')}
        columns={columns}
        rows={items}
        rowKey={(item) => item.uid}
      />
      <Drawer open={giving} onClose={() => setGiving(false)} title={t('reviewWork.task.give')}>
        {giving && (
          <TaskForm
            sheet={sheet}
            items={chosen}
            onDone={() => {
              setGiving(false);
              setTicked(new Set());
            }}
          />
        )}
      </Drawer>
    </section>
  );
}

function useTaskColumns(
  ticked: ReadonlySet<string>,
  tick: (uid: string, on: boolean) => void,
  closed: boolean,
): Column<Item>[] {
  const t = useText();
  const format = useFormat();
  const today = todayIso();
  return [
    {
      key: 'tick',
      header: '',
      width: 40,
      cell: (item) => (
        <Checkbox
          aria-label={t('reviewWork.people.pick', { code: item.code })}
          checked={ticked.has(item.uid)}
          disabled={closed}
          onChange={(event) => tick(item.uid, event.target.checked)}
        />
      ),
    },
    {
      key: 'title',
      header: t('review.col.criterion'),
      cell: (item) => (
        <Link to={`?criterion=${item.code}`}>
          {item.code} {t.language === 'vi' ? item.title : (item.titleEn ?? item.title)}
        </Link>
      ),
    },
    {
      key: 'person',
      header: t('reviewWork.col.person'),
      width: 200,
      cell: (item) => <span lang="vi">{item.task?.name ?? ''}</span>,
    },
    {
      key: 'due',
      header: t('reviewWork.col.due'),
      width: 160,
      cell: (item) => {
        const day = item.due ?? item.task?.dueOn ?? null;
        if (day === null) return '';
        const late = item.due !== null && item.due < today;
        const text = format.date(day) ?? '';
        return late ? (
          <span className="so-review-reference">{t('reviewWork.overdue', { date: text })}</span>
        ) : (
          text
        );
      },
    },
    {
      key: 'state',
      header: t('review.col.state'),
      width: 90,
      cell: (item) => <StateIcon state={item.state} />,
    },
  ];
}
