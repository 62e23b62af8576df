/** Money given for one purpose: received, spent, left; and what of each fund is free. */
import { Target } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  Drawer,
  EmptyState,
  LoadingBars,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  Tag,
  TextAreaField,
  TextField,
  useFormat,
  useShortcuts,
} from '../../../ui';
import type { DuesTabProps } from '../DuesPage';

export type Earmark = OutputOf<'donors.earmarks'>['rows'][number];

export function EarmarksTab({ frame }: DuesTabProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { data } = useQueryOp('donors.earmarks', {});
  const [adding, setAdding] = useState(false);
  const add = {
    key: 'add',
    label: t('dues.earmark.add'),
    icon: Target,
    keys: 'Ctrl N',
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  return (
    <Page {...frame} primary={add}>
      {!data ? (
        <LoadingBars />
      ) : data.rows.length === 0 ? (
        <EmptyState icon={Target} title={t('dues.earmark.empty')} primary={add}>
          {t('dues.earmark.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          {data.funds
            .filter((fund) => fund.earmarked !== 0)
            .map((fund) => (
              <p key={fund.id} className={fund.free < 0 ? 'so-dues-over' : 'so-caption'}>
                {t('dues.earmark.fundFree', {
                  name: fund.name,
                  holds: format.money(fund.holds),
                  earmarked: format.money(fund.earmarked),
                  free: format.money(fund.free),
                })}
              </p>
            ))}
          <EarmarkTable rows={data.rows} />
        </div>
      )}
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('dues.earmark.add')} width={470}>
        {adding && (
          <EarmarkForm
            earmark={null}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/dues/earmarks/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function EarmarkTable({ rows }: { rows: Earmark[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <PlainTable
      framed
      caption={t('dues.tabs.earmarks')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('dues.field.name'),
          cell: (row) => (
            <>
              <Link to={`/dues/earmarks/${row.id}`}>{row.name}</Link>{' '}
              {row.closedOn && <Tag tone="neutral">{t('dues.earmark.closed')}</Tag>}
            </>
          ),
        },
        { key: 'beneficiary', header: t('dues.field.beneficiary'), cell: (row) => row.beneficiary },
        { key: 'fund', header: t('dues.field.fundId'), width: 160, cell: (row) => row.fundName },
        {
          key: 'received',
          header: t('dues.field.received'),
          width: 130,
          align: 'right',
          cell: (row) => format.money(row.received),
        },
        {
          key: 'spent',
          header: t('dues.field.spent'),
          width: 130,
          align: 'right',
          cell: (row) => format.money(row.spent),
        },
        {
          key: 'left',
          header: t('dues.field.left'),
          width: 130,
          align: 'right',
          cell: (row) => (
            <span className={row.left < 0 ? 'so-dues-over so-strong' : 'so-strong'}>
              {format.money(row.left)}
            </span>
          ),
        },
      ]}
    />
  );
}

type Values = Omit<InputOf<'donors.saveEarmark'>, 'id' | 'version'>;

export function EarmarkForm({
  earmark,
  onDone,
}: {
  earmark: Earmark | null;
  onDone(id: number | null): void;
}) {
  const t = useText();
  const funds = useQueryOp('funds.list', {}).data?.rows ?? [];
  const save = useCommandOp('donors.saveEarmark', {
    failure: 'inline',
    done: (_, input) => t('dues.earmark.saved', { name: input.name }),
  });
  const initial: Partial<Values> = earmark
    ? {
        ...{ name: earmark.name, purpose: earmark.purpose, beneficiary: earmark.beneficiary },
        ...{ fundId: earmark.fundId, closedOn: earmark.closedOn, note: earmark.note },
      }
    : {};
  return (
    <RecordForm<Values>
      draftKey={`earmark:${earmark?.id ?? 'new'}`}
      initial={initial}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const saved = await save.run({
          ...values,
          id: earmark?.id ?? null,
          version: earmark?.version ?? null,
        });
        onDone(saved.id);
      }}
    >
      <TextField name="name" label={t('dues.field.name')} required max={200} autoFocus />
      <TextField name="purpose" label={t('dues.field.purpose')} optional max={300} />
      <TextField name="beneficiary" label={t('dues.field.beneficiary')} optional max={200} />
      <SelectField
        name="fundId"
        label={t('dues.field.fundId')}
        clearable
        options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
      />
      <DateField name="closedOn" label={t('dues.field.closedOn')} precision="day" optional />
      <TextAreaField name="note" label={t('dues.field.note')} optional max={1000} />
    </RecordForm>
  );
}
