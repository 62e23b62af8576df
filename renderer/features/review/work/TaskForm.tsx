/** Giving criteria to somebody: a member or a name, and a day. */
import type { InputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { DateField, MemberField, RecordForm, TextField } from '../../../ui';
import type { Item, Sheet } from '../SheetPage';

interface Values {
  memberId: number | null;
  name: string | null;
  dueOn: string | null;
}
type Task = InputOf<'review.assign'>['tasks'][number];

interface FormProps {
  sheet: Sheet;
  items: readonly Item[];
  onDone(): void;
}

export function TaskForm({ sheet, items, onDone }: FormProps) {
  const t = useText();
  const assign = useCommandOp('review.assign', {
    failure: 'inline',
    done: (data) => t('reviewWork.task.given', { count: data.count }),
  });
  const task = items.length === 1 ? items[0]?.task : null;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{
        memberId: task?.memberId ?? null,
        name: task && task.memberId === null ? task.name : null,
        dueOn: task?.dueOn ?? null,
      }}
      onCancel={onDone}
      onSubmit={async ({ memberId, name, dueOn }) => {
        const given = { memberId, name: memberId === null ? name : null, dueOn };
        const tasks = items.map((item): Task => ({ criterion: item.uid, ...given }));
        await assign.run({ reviewId: sheet.id, tasks });
        onDone();
      }}
    >
      <MemberField name="memberId" label={t('reviewWork.task.member')} shown={task?.name ?? null} optional />
      <TextField name="name" label={t('reviewWork.task.name')} max={120} optional />
      <DateField name="dueOn" label={t('reviewWork.task.due')} precision="day" optional />
    </RecordForm>
  );
}
