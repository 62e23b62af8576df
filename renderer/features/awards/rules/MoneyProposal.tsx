/** Under the money of a decision: what coefficients come to beside what was typed, and its payment. */
import { Coins, Wallet } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { HOLDINGS, type Holding } from '../../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  FieldRow,
  Note,
  RecordForm,
  SegmentedField,
  SelectField,
  Tag,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import type { Decision } from '../DecisionPage';

type Proposal = OutputOf<'awardMoney.propose'>;
const FIELDS = {
  individual: 'moneyIndividual',
  collective: 'moneyCollective',
  household: 'moneyHousehold',
} as const;

export function MoneyProposal({ decision }: { decision: Decision }) {
  const query = useQueryOp('awardMoney.propose', { decisionId: decision.id }, { keep: true });
  const { data } = query;
  if (!data) return null;
  return (
    <>
      {data.kinds.length > 0 && <Coefficients decision={decision} data={data} />}
      <Payment decision={decision} data={data} />
    </>
  );
}

function Coefficients({ decision, data }: { decision: Decision; data: Proposal }) {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('awards.update', { done: () => t('awardRules.proposal.used') });
  const { baseWage } = data;
  const draft = decision.status === 'draft';
  return (
    <section className="so-rules-proposal" aria-label={t('awardRules.proposal.title')}>
      <h3>{t('awardRules.proposal.title')}</h3>
      {!baseWage && (
        <p className="so-caption">{t('awardRules.proposal.noWage', { date: format.date(data.day) })}</p>
      )}
      {data.kinds.map((row) => {
        const { proposed } = row;
        if (proposed === null || !baseWage) return null;
        return (
          <div key={row.kind}>
            <p>
              {t('awardRules.proposal.line', {
                kind: t(`awards.kinds.${row.kind}`),
                coefficient: format.decimal(row.hundredths / 100, 2),
                wage: format.count(baseWage.amount),
                amount: format.money(proposed),
              })}{' '}
              {(row.toCheck || baseWage.toCheck) && <Tag tone="warn">{t('awardRules.proposal.toCheck')}</Tag>}
            </p>
            <p className="so-row so-caption">
              {row.typed === proposed
                ? t('awardRules.proposal.same')
                : row.typed === null
                  ? t('awardRules.proposal.blank')
                  : t('awardRules.proposal.differs', { typed: format.money(row.typed) })}
              {row.own > 0 && <span>· {t('awardRules.proposal.own', { count: row.own })}</span>}
              {draft && row.typed !== proposed && (
                <button
                  type="button"
                  className="so-linklike so-push"
                  onClick={() =>
                    save.fire({
                      ...decision.fields,
                      [FIELDS[row.kind]]: proposed,
                      id: decision.id,
                      version: decision.version,
                    })
                  }
                >
                  {t('awardRules.proposal.use')}
                </button>
              )}
            </p>
          </div>
        );
      })}
    </section>
  );
}

function Payment({ decision, data }: { decision: Decision; data: Proposal }) {
  const t = useText();
  const format = useFormat();
  const [paying, setPaying] = useState(false);
  if (data.vouchers.length > 0)
    return (
      <p className="so-rules-voucher">
        {data.vouchers.map((voucher) => (
          <Link key={voucher.id} to={`/funds/vouchers/${voucher.id}`}>
            {t('awardRules.proposal.voucher', {
              code: voucher.code ?? t('awardRules.proposal.draftVoucher'),
            })}
            , {format.money(voucher.amount)}
          </Link>
        ))}
      </p>
    );
  if (decision.status !== 'issued' || !data.total || decision.fields.side !== 'union') return null;
  return (
    <div className="so-rules-voucher">
      <ActionButton
        size="small"
        action={{
          key: 'pay',
          label: t('awardRules.proposal.pay'),
          icon: Wallet,
          onClick: () => setPaying(true),
        }}
      />
      <Drawer
        open={paying}
        onClose={() => setPaying(false)}
        title={t('awardRules.proposal.payTitle')}
        facts={format.money(data.total)}
      >
        {paying && <PayForm decision={decision} onDone={() => setPaying(false)} />}
      </Drawer>
    </div>
  );
}

interface Values {
  fundId: number;
  onDate: string;
  holding: Holding;
  personName: string | null;
}

function PayForm({ decision, onDone }: { decision: Decision; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const funds = useQueryOp('funds.list', {}).data?.rows;
  const pay = useCommandOp('awardMoney.pay', {
    failure: 'inline',
    done: (data) =>
      t('awardRules.proposal.paid', { code: data.code ?? '', amount: format.money(data.amount) }),
  });
  if (!funds) return null;
  if (funds.length === 0)
    return (
      <Note tone="muc" icon={Coins}>
        {t('awardRules.proposal.noFund')} <Link to="/funds">{t('awardRules.proposal.openFunds')}</Link>
      </Note>
    );
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ fundId: funds[0]!.id, onDate: todayIso(), holding: 'cash', personName: null }}
      saveLabel={t('awardRules.proposal.pay')}
      onCancel={onDone}
      onSubmit={async (values) => {
        await pay.run({ ...values, decisionId: decision.id });
        onDone();
      }}
    >
      <SelectField
        name="fundId"
        label={t('funds.field.fundId')}
        required
        options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
      />
      <FieldRow>
        <DateField name="onDate" label={t('funds.field.onDate')} precision="day" required autoFocus />
        <SegmentedField
          name="holding"
          label={t('funds.field.holding')}
          options={HOLDINGS.map((value) => ({ value, label: t(`funds.holding.${value}`) }))}
        />
      </FieldRow>
      <TextField name="personName" label={t('awardRules.proposal.payTo')} optional max={200} />
    </RecordForm>
  );
}
