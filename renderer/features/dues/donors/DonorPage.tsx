/** One donor: facts and every gift, with receipt, purpose and thanks. */
import { HandHeart, Mail, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  Drawer,
  EmptyState,
  ErrorState,
  Facts,
  IconButton,
  LoadingBars,
  Page,
  PlainTable,
  Tag,
  todayIso,
  useFormat,
} from '../../../ui';
import { PaperLayoutSelect } from '../../certificates/PaperLayoutSelect';
import '../dues.css';
import { DonorForm } from './DonorForm';
import { DonorGiftForm } from './DonorGiftForm';

type Data = OutputOf<'donors.get'>;
type Gift = Data['gifts'][number];

export default function DonorPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('donors.get', { id });
  const crumbs = [{ label: t('dues.title'), to: '/dues?tab=donors' }];
  if (query.data) return <Donor data={query.data} crumbs={crumbs} />;
  return (
    <Page title={t('dues.tabs.donors')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function Donor({ data, crumbs }: { data: Data; crumbs: { label: string; to: string }[] }) {
  const t = useText();
  const navigate = useNavigate();
  const { donor, gifts } = data;
  const [editing, setEditing] = useState<'donor' | 'new' | Gift | null>(null);
  const letters = useJobOp('donors.letters', { done: () => t('dues.donor.thanked') });
  const trash = useCommandOp('donors.trash', { done: () => t('dues.donor.trashed') });
  const waiting = gifts.filter((gift) => gift.thankedOn === null);
  const close = () => setEditing(null);
  const print = async (ids: number[]) => saveFile(await letters.run({ ids }));
  return (
    <Page
      title={donor.name}
      crumbs={crumbs}
      facts={[
        t(`dues.donorKind.${donor.kind ?? 'organisation'}`),
        donor.anonymous && t('dues.donor.anonymous'),
        donor.address,
      ]}
      primary={{
        key: 'gift',
        label: t('dues.donor.addGift'),
        icon: HandHeart,
        onClick: () => setEditing('new'),
      }}
      actions={[
        {
          key: 'letter',
          label: t('dues.donor.letter'),
          icon: Mail,
          running: letters.running,
          disabled: donor.anonymous === true || gifts.length === 0,
          onClick: () => print((waiting.length > 0 ? waiting : gifts.slice(0, 1)).map((gift) => gift.id)),
        },
      ]}
      more={[
        { key: 'edit', label: t('dues.donor.edit'), icon: PencilLine, onClick: () => setEditing('donor') },
        {
          key: 'trash',
          label: t('dues.drive.toTrash'),
          icon: Trash2,
          danger: true,
          onClick: async () => {
            await trash.run({ ids: [donor.id] });
            navigate('/dues?tab=donors');
          },
        },
      ]}
    >
      <div className="so-dues-facts">
        {gifts.length === 0 ? (
          <EmptyState icon={HandHeart} title={t('dues.donor.noGifts')} />
        ) : (
          <GiftTable gifts={gifts} onEdit={setEditing} />
        )}
        <Facts
          items={[
            {
              label: t('certificates.papers.letter'),
              value: donor.anonymous ? null : <PaperLayoutSelect paper="thanksGift" />,
            },
            { label: t('dues.field.addressForm'), value: donor.addressForm },
            { label: t('dues.field.contact'), value: donor.contact },
            { label: t('dues.field.phone'), value: donor.phone },
            { label: t('dues.field.email'), value: donor.email },
            { label: t('dues.field.address'), value: donor.address },
            { label: t('dues.field.note'), value: donor.note },
          ].filter(({ value }) => value)}
        />
      </div>
      <Drawer
        open={editing !== null}
        onClose={close}
        title={t(
          editing === 'donor'
            ? 'dues.donor.edit'
            : editing === 'new'
              ? 'dues.donor.addGift'
              : 'dues.donor.editGift',
        )}
        width={520}
      >
        {editing === 'donor' && <DonorForm donor={donor} onDone={close} />}
        {editing !== null && editing !== 'donor' && (
          <DonorGiftForm donorId={donor.id} gift={editing === 'new' ? null : editing} onDone={close} />
        )}
      </Drawer>
    </Page>
  );
}

function GiftTable({ gifts, onEdit }: { gifts: Gift[]; onEdit(gift: Gift): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('donors.trashGifts', { done: () => t('dues.donor.giftTrashed') });
  const thank = useCommandOp('donors.setThanked', { done: () => t('dues.donor.thanked') });
  const columns: Column<Gift>[] = [
    { key: 'date', header: t('dues.field.onDate'), width: 100, cell: (gift) => format.date(gift.onDate) },
    {
      key: 'what',
      header: t('dues.donor.what'),
      cell: (gift) => (
        <span className="so-strong">
          {gift.kind === 'money' ? format.money(gift.amount ?? 0) : gift.goods}
          {gift.kind === 'goods' && gift.amount ? ` (${format.money(gift.amount)})` : ''}
        </span>
      ),
    },
    {
      key: 'purpose',
      header: t('dues.donor.purpose'),
      cell: (gift) =>
        gift.earmarkId ? <Link to={`/dues/earmarks/${gift.earmarkId}`}>{gift.earmark}</Link> : gift.programme,
    },
    {
      key: 'code',
      header: t('dues.field.number'),
      width: 84,
      cell: (gift) =>
        gift.voucherId && <Link to={`/funds/vouchers/${gift.voucherId}`}>{gift.code ?? '…'}</Link>,
    },
    {
      key: 'thanked',
      header: t('dues.field.thankedOn'),
      width: 118,
      cell: (gift) =>
        gift.thankedOn ? (
          format.date(gift.thankedOn)
        ) : gift.anonymous ? (
          <Tag tone="neutral">{t('dues.donor.anonymous')}</Tag>
        ) : (
          <button
            type="button"
            className="so-linklike"
            onClick={() => thank.fire({ ids: [gift.id], on: todayIso() })}
          >
            {t('dues.donor.markThanked')}
          </button>
        ),
    },
    {
      key: 'tools',
      header: '',
      width: 76,
      cell: (gift) => (
        <span className="so-row">
          <IconButton
            icon={PencilLine}
            size="small"
            label={t('dues.donor.editGift')}
            onClick={() => onEdit(gift)}
          />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('dues.drive.toTrash')}
            onClick={() => trash.fire({ ids: [gift.id] })}
          />
        </span>
      ),
    },
  ];
  return (
    <PlainTable
      framed
      caption={t('dues.donor.what')}
      columns={columns}
      rows={gifts}
      rowKey={(gift) => gift.id}
    />
  );
}
