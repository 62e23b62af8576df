/** Members of the cut-off day who have not given: recorded from here, many with one amount. */
import { CircleCheck, HandHeart, Info } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  DateField,
  Drawer,
  EmptyState,
  ListTable,
  MoneyField,
  NameCell,
  Note,
  Page,
  RecordForm,
  SearchField,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../../ui';
import { DepartmentSelect, departmentOf } from '../DuesPage';
import type { DriveTabProps } from './GiftsTab';

type Row = OutputOf<'drives.missing'>['rows'][number];
const MOST = 500;

export function MissingTab({ data, frame, params, set }: DriveTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { drive, departments } = data;
  const input = { id: drive.id, search: params.get('q') ?? '', departmentId: departmentOf(params) };
  const source = usePagedOp('drives.missing', input);
  const whole = useQueryOp('drives.missing', { ...input, limit: MOST }, { keep: true }).data;
  const columns = useColumns('drives.missing', useMissingColumns());
  const ticks = useSelection();
  const [chosen, setChosen] = useState<number[] | null>(null);
  return (
    <Page
      {...frame}
      fill
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={240}
          />
          <DepartmentSelect
            params={params}
            set={set}
            departments={departments.filter((one) => one.missing > 0)}
          />
        </>
      }
    >
      {whole && whole.unnamed.length > 0 && (
        <div className="so-dues-strip">
          <Note tone="warn" icon={Info}>
            {whole.unnamed
              .map((one) =>
                t('dues.drive.unnamed', { name: one.name ?? t('dues.noDepartment'), count: one.people }),
              )
              .join('; ')}
          </Note>
        </div>
      )}
      <ListTable
        label={t('dues.drive.tabs.missing')}
        source={source}
        columns={columns}
        rowKey={(row) => row.memberId}
        rowLabel={(row) => row.fullName}
        selection={ticks}
        onOpen={(row) => navigate(`/members/${row.memberId}`)}
        empty={<EmptyState icon={CircleCheck} title={t('dues.drive.nobody')} />}
        bulk={[
          {
            key: 'give',
            label: t('dues.drive.giveAll'),
            icon: HandHeart,
            onClick: async () =>
              setChosen(
                (await ticks.resolve(async () => (whole?.rows ?? []).map((row) => row.memberId))).map(Number),
              ),
          },
        ]}
      />
      <Drawer
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('dues.drive.giveAll')}
        width={440}
      >
        {chosen && (
          <SameForm
            drive={drive}
            memberIds={chosen}
            onDone={() => {
              setChosen(null);
              ticks.clear();
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

interface SameProps {
  drive: OutputOf<'drives.get'>['drive'];
  memberIds: readonly number[];
  onDone(): void;
}

function SameForm({ drive, memberIds, onDone }: SameProps) {
  const t = useText();
  const format = useFormat();
  const record = useCommandOp('drives.record', {
    failure: 'inline',
    done: (data) => t('dues.drive.recorded', { amount: format.money(data.amount) }),
  });
  return (
    <RecordForm<{ amount: number; onDate: string }>
      draftKey={null}
      initial={{
        onDate: todayIso(),
        ...(drive.targetKind === 'person' && drive.targetAmount ? { amount: drive.targetAmount } : {}),
      }}
      onCancel={onDone}
      onSubmit={async ({ amount, onDate }) => {
        await record.run({
          id: drive.id,
          gifts: memberIds.map((memberId) => ({ memberId, amount: amount ?? 0, onDate })),
        });
        onDone();
      }}
    >
      <Note tone="muc" icon={HandHeart} title={t('dues.collections.people', { count: memberIds.length })}>
        {t('dues.drive.giveAllBody')}
      </Note>
      <MoneyField name="amount" label={t('dues.field.amount')} required autoFocus />
      <DateField name="onDate" label={t('dues.field.onDate')} precision="day" required />
    </RecordForm>
  );
}

function useMissingColumns(): Column<Row>[] {
  const t = useText();
  return useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('dues.field.memberId'),
        required: true,
        width: 280,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
      },
      {
        key: 'department',
        header: t('dues.field.departmentId'),
        width: 360,
        cell: (row) => row.department ?? <span className="so-muted">{t('dues.noDepartment')}</span>,
      },
    ],
    [t],
  );
}
