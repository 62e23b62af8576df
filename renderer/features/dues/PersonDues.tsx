/** One person's month: why the sum is what it is, set by hand with a reason, the pay it is counted from. */
import { Info } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Facts, FormSection, MoneyField, Note, RecordForm, Tag, TextField, useFormat } from '../../ui';
import { monthText } from './DuesPage';
import { type MonthRow, STATE_TONES, useWhy } from './MonthTab';

export function PersonDues({ row, onDone }: { row: MonthRow; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const why = useWhy();
  const basesOn = useQueryOp('dues.rates', {}).data?.basesOn ?? false;
  const set = useCommandOp('dues.setDue', {
    failure: 'inline',
    done: (_, input) =>
      t(input.amount === null ? 'dues.person.setGone' : 'dues.person.setDone', { name: row.fullName }),
  });
  const base = useCommandOp('dues.setBases', { failure: 'inline', done: () => t('dues.person.baseDone') });
  const { memberId, month } = row;
  return (
    <div className="so-stack">
      <Facts
        items={[
          { label: t('dues.field.month'), value: monthText(month) },
          { label: t('dues.field.due'), value: row.due === null ? null : format.money(row.due) },
          { label: t('dues.field.paid'), value: format.money(row.paid) },
          {
            label: t('dues.field.state'),
            value: <Tag tone={STATE_TONES[row.state]}>{t(`dues.state.${row.state}`)}</Tag>,
          },
          { label: t('dues.field.why'), value: why(row) || t('dues.why.whole') },
        ]}
      />
      <Link to={`/members/${memberId}`}>{t('dues.person.record')}</Link>
      <FormSection title={t('dues.person.set')}>
        <RecordForm<{ amount: number; reason: string }>
          draftKey={null}
          initial={row.reasons.includes('override') ? { amount: row.due ?? 0, reason: row.said ?? '' } : {}}
          onCancel={onDone}
          onSubmit={async ({ amount, reason }) => {
            await set.run({ memberId, month, amount: amount ?? 0, reason });
            onDone();
          }}
        >
          <MoneyField name="amount" label={t('dues.field.due')} required autoFocus />
          <TextField name="reason" label={t('dues.field.reason')} required max={300} />
        </RecordForm>
        {row.reasons.includes('override') && (
          <button
            type="button"
            className="so-linklike"
            onClick={() => {
              set.fire({ memberId, month, amount: null });
              onDone();
            }}
          >
            {t('dues.person.back')}
          </button>
        )}
      </FormSection>
      <FormSection title={t('dues.person.base')}>
        {basesOn ? (
          <RecordForm<{ amount: number; fromMonth: string }>
            draftKey={null}
            initial={{ fromMonth: monthText(month) }}
            onCancel={onDone}
            onSubmit={async ({ amount, fromMonth }) => {
              await base.run({
                rows: [{ memberId, fromMonth: monthOf(fromMonth) ?? month, amount: amount ?? null }],
              });
              onDone();
            }}
          >
            <MoneyField name="amount" label={t('dues.field.duesBase')} required />
            <TextField name="fromMonth" label={t('dues.field.fromMonth')} required max={7} />
          </RecordForm>
        ) : (
          <Note tone="muc" icon={Info}>
            {t('dues.person.baseOff')}
          </Note>
        )}
      </FormSection>
    </div>
  );
}

/** '2026-10' of "10/2026"; null when it is no month. */
export function monthOf(text: string): string | null {
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*\/\s*((?:19|20)\d\d)\s*$/.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}
