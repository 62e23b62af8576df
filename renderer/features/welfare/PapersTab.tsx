/** Papers of a campaign: its vouchers or why there is none, and the signed list. */
import { Link2, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, Page, RecordForm, SearchField, TextField, useFormat } from '../../ui';
import { RecordAgreements } from '../agreements/RecordAgreements';
import { EvidenceBox } from '../files/EvidenceBox';
import type { CampaignFrame } from './CampaignPage';
import { MakeVouchers } from './MakeVouchers';
import type { Campaign } from './useCampaign';

export function PapersTab({ campaign, frame }: { campaign: Campaign; frame: CampaignFrame }) {
  const t = useText();
  const closed = campaign.state === 'settled';
  return (
    <Page {...frame}>
      <div className="so-welfare-plan">
        {campaign.fields.kind === 'list' && (
          <div className="so-stack">
            <Vouchers campaign={campaign} />
            {!closed && (campaign.vouchers.length === 0 || campaign.exception) && (
              <ExceptionForm key={campaign.version} campaign={campaign} />
            )}
            {closed && campaign.exception && <p className="so-caption">{campaign.exception}</p>}
          </div>
        )}
        <RecordAgreements entity="welfare_campaign" id={campaign.id} />
        <EvidenceBox entity="welfare_campaign" entityId={campaign.id} title={t('welfare.paper.scan')} />
      </div>
    </Page>
  );
}

function Vouchers({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const format = useFormat();
  const [picking, setPicking] = useState(false);
  const [making, setMaking] = useState(false);
  const unlink = useCommandOp('funds.linkVoucher', { done: () => t('welfare.paper.unlinked') });
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('welfare.paper.vouchers')}</h2>
        <span className="so-row">
          {campaign.vouchers.every((voucher) => voucher.kind !== 'payment') && (
            <ActionButton
              size="small"
              action={{
                key: 'make',
                label: t('welfare.paper.make'),
                icon: ReceiptText,
                onClick: () => setMaking(true),
              }}
            />
          )}
          <ActionButton
            size="small"
            action={{
              key: 'link',
              label: t('welfare.paper.link'),
              icon: Link2,
              onClick: () => setPicking(true),
            }}
          />
        </span>
      </div>
      {campaign.vouchers.length === 0 && <p className="so-caption">{t('welfare.paper.none')}</p>}
      <ul className="so-welfare-pick">
        {campaign.vouchers.map((voucher) => (
          <li key={voucher.id}>
            <Link to={`/funds/vouchers/${voucher.id}`}>{voucher.code ?? '…'}</Link>
            <span>{format.date(voucher.onDate)}</span>
            <span lang="vi">{voucher.reason}</span>
            <span className="so-number">{format.money(voucher.amount)}</span>
            <ActionButton
              size="small"
              action={{
                key: 'unlink',
                label: t('welfare.paper.unlink'),
                onClick: () => unlink.fire({ id: voucher.id, source: null }),
              }}
            />
          </li>
        ))}
      </ul>
      <MakeVouchers campaign={campaign} open={making} onClose={() => setMaking(false)} />
      <PickVoucher campaign={campaign} open={picking} onClose={() => setPicking(false)} />
    </section>
  );
}

function PickVoucher({ campaign, open, onClose }: { campaign: Campaign; open: boolean; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const link = useCommandOp('funds.linkVoucher', { done: () => t('welfare.paper.linked') });
  const found = useQueryOp(
    'funds.vouchers',
    { kind: 'payment', status: 'numbered', year: campaign.fields.year, search, limit: 30 },
    { enabled: open, keep: true },
  ).data;
  const rows = found?.rows.filter((row) => row.source === null) ?? [];
  return (
    <Drawer open={open} onClose={onClose} title={t('welfare.paper.pick')} width={560}>
      {open && (
        <div className="so-stack">
          <SearchField value={search} onChange={setSearch} placeholder={t('welfare.paper.pick')} />
          {found && rows.length === 0 && <p className="so-caption">{t('welfare.paper.pickNone')}</p>}
          <ul className="so-welfare-pick">
            {rows.map((row) => (
              <li key={row.id}>
                <span>{row.code}</span>
                <span>{format.date(row.onDate)}</span>
                <span lang="vi">{row.reason}</span>
                <span className="so-number">{format.money(row.amount)}</span>
                <ActionButton
                  size="small"
                  action={{
                    key: 'link',
                    label: t('welfare.paper.link'),
                    onClick: () => {
                      const source = {
                        entity: 'welfare_campaign',
                        id: campaign.id,
                        label: campaign.fields.name,
                      };
                      link.fire({ id: row.id, source });
                      onClose();
                    },
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
}

function ExceptionForm({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const save = useCommandOp('welfare.setException', {
    failure: 'inline',
    done: () => t('welfare.paper.exceptionSaved'),
  });
  return (
    <section className="so-card">
      <RecordForm<{ exception: string | null }>
        draftKey={null}
        initial={{ exception: campaign.exception }}
        onSubmit={({ exception }) =>
          save.run({ id: campaign.id, version: campaign.version, exception: exception ?? null })
        }
      >
        <TextField name="exception" label={t('welfare.paper.exception')} max={300} />
      </RecordForm>
    </section>
  );
}
