/** The payment of a campaign, made from its sources: everything is filled in, Enter records it. */
import { Wallet } from 'lucide-react';
import { Link } from 'react-router-dom';
import { HOLDINGS, type Holding } from '../../../shared/domain/funds';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  DateField,
  Drawer,
  FieldRow,
  Note,
  RecordForm,
  SegmentedField,
  SelectField,
  todayIso,
  useFormat,
} from '../../ui';
import type { Campaign } from './useCampaign';

interface Values {
  fundId: number;
  onDate: string;
  holding: Holding;
  /** By the place of the source. */
  paid: boolean[];
}
interface Props {
  campaign: Campaign;
  onClose(): void;
}

export function MakeVouchers({ open, ...props }: Props & { open: boolean }) {
  const t = useText();
  return (
    <Drawer
      open={open}
      onClose={props.onClose}
      title={t('welfare.paper.make')}
      facts={props.campaign.fields.name}
      width={470}
    >
      {open && <Loaded {...props} />}
    </Drawer>
  );
}

function Loaded(props: Props) {
  const t = useText();
  const funds = useQueryOp('funds.list', {}).data?.rows;
  if (!funds) return null;
  if (funds.length === 0)
    return (
      <Note tone="muc" icon={Wallet}>
        {t('welfare.paper.noFund')} <Link to="/funds">{t('funds.card.open')}</Link>
      </Note>
    );
  return <VoucherForm {...props} funds={funds} />;
}

function VoucherForm({
  campaign,
  onClose,
  funds,
}: Props & { funds: readonly { id: number; name: string }[] }) {
  const t = useText();
  const format = useFormat();
  const make = useCommandOp('welfare.makeVouchers', {
    failure: 'inline',
    done: (data) => t('welfare.paper.made', { code: data.code ?? '', amount: format.money(data.amount) }),
  });
  const sources = campaign.fields.sources ?? [];
  const own = sources.some((source) => source.kind === 'own' && source.amount > 0);
  const today = todayIso();
  if (sources.length === 0)
    return (
      <Note tone="warn" icon={Wallet}>
        {t('welfare.paper.noSources')}
      </Note>
    );
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{
        fundId: funds[0]!.id,
        onDate: campaign.fields.onDate < today ? campaign.fields.onDate : today,
        holding: 'cash',
        paid: sources.map((source) => source.kind === 'own' || !own),
      }}
      saveLabel={t('welfare.paper.make')}
      onCancel={onClose}
      onSubmit={async ({ paid, ...where }) => {
        const chosen = sources.flatMap((_, at) => (paid[at] ? [at] : []));
        await make.run({ id: campaign.id, ...where, sources: chosen });
        onClose();
      }}
    >
      <p className="so-caption">{t('welfare.paper.through')}</p>
      {sources.map((source, at) => (
        <CheckField
          // biome-ignore lint/suspicious/noArrayIndexKey: a source is told by its place
          key={at}
          name={['paid', at]}
          label={[t(`welfare.source.${source.kind}`), source.name, format.money(source.amount)]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
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
    </RecordForm>
  );
}
