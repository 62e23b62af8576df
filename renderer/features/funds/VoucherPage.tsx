/** One voucher: its facts, amount in words, papers; printing, cancelling and correcting it. */
import { Ban, Hash, Link2, PencilLine, Printer, Scale, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  Page,
  Tag,
  useFormat,
  useShortcuts,
} from '../../ui';
import { RecordAgreements } from '../agreements/RecordAgreements';
import { EvidenceBox } from '../files/EvidenceBox';
import './funds.css';
import { VoucherForm } from './VoucherForm';
import { TONES } from './VouchersTab';
import { CancelForm, CorrectForm, ExplainForm } from './voucherForms';

type Data = OutputOf<'funds.voucher'>;
type Doing = 'edit' | 'cancel' | 'correct' | 'explain';

export default function VoucherPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('funds.voucher', { id }, { keep: true });
  const crumbs = [{ label: t('funds.title'), to: '/funds' }];
  if (query.error)
    return (
      <Page title={t('funds.title')} crumbs={crumbs}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data)
    return (
      <Page title={t('funds.title')} crumbs={crumbs}>
        <LoadingBars />
      </Page>
    );
  return <VoucherSheet data={query.data} />;
}

function VoucherSheet({ data }: { data: Data }) {
  const t = useText();
  const format = useFormat();
  const { voucher } = data;
  const [doing, setDoing] = useState<Doing | null>(null);
  const kind = t(`funds.kind.${voucher.kind}`);
  const title = voucher.code ? `${kind} ${voucher.code}` : t('funds.draftOf', { kind });
  const actions = useVoucherActions(data, setDoing);
  const done = () => setDoing(null);
  return (
    <Page
      title={title}
      crumbs={[{ label: data.fundName, to: `/funds?fund=${voucher.fundId}&year=${voucher.year}` }]}
      facts={[format.date(voucher.onDate), format.money(voucher.amount)]}
      {...actions}
    >
      <div className="so-funds-voucher">
        <div className="so-stack">
          {voucher.closed && (
            <Note tone="muc" icon={Scale}>
              {t('funds.closedNote')}
            </Note>
          )}
          {voucher.cancelReason && (
            <Note tone="warn" icon={Ban}>
              {t('funds.cancelledNote', { reason: voucher.cancelReason })}
            </Note>
          )}
          <VoucherFacts data={data} />
        </div>
        <RecordAgreements entity="fund_voucher" id={voucher.id} />
        <EvidenceBox entity="fund_voucher" entityId={voucher.id} title={t('funds.evidence')} />
      </div>
      <Drawer
        open={doing !== null}
        onClose={done}
        title={doing ? t(`funds.doing.${doing}`) : ''}
        width={doing === 'edit' ? 580 : 470}
      >
        {doing === 'edit' && <VoucherForm fund={{ id: voucher.fundId }} voucher={voucher} onDone={done} />}
        {doing === 'cancel' && <CancelForm voucher={voucher} onDone={done} />}
        {doing === 'correct' && <CorrectForm voucher={voucher} onDone={done} />}
        {doing === 'explain' && <ExplainForm voucher={voucher} onDone={done} />}
      </Drawer>
    </Page>
  );
}

function useVoucherActions(data: Data, onDo: (what: Doing) => void) {
  const t = useText();
  const navigate = useNavigate();
  const { voucher } = data;
  const { id, version } = voucher;
  const print = useJobOp('funds.printVouchers', { done: null });
  const number = useCommandOp('funds.numberVouchers', {
    done: (reply) => t('funds.given', { code: reply.rows[0]?.code ?? '' }),
  });
  const trash = useCommandOp('funds.trashVouchers', {
    done: (reply) => t('funds.trashed', { count: reply.count }),
  });
  const hold = useCommandOp('funds.cancelVoucher', { done: () => t('funds.heldAgain') });
  const draft = voucher.status === 'draft';
  const take = async (twoCopies: boolean) => saveFile(await print.run({ ids: [id], twoCopies }));
  useShortcuts({ 'Ctrl+P': () => !draft && void take(true) });
  const primary: Action = draft
    ? { key: 'number', label: t('funds.number'), icon: Hash, onClick: () => number.fire({ ids: [id] }) }
    : {
        key: 'print',
        label: t('funds.printTwo'),
        icon: Printer,
        keys: 'Ctrl P',
        running: print.running,
        onClick: () => void take(true),
      };
  const edit: Action = {
    key: 'edit',
    label: t('funds.doing.edit'),
    icon: PencilLine,
    onClick: () => onDo('edit'),
  };
  const correct: Action = {
    key: 'correct',
    label: t('funds.doing.correct'),
    icon: Scale,
    onClick: () => onDo('correct'),
  };
  const explain: Action = {
    key: 'explain',
    label: t('funds.doing.explain'),
    icon: Link2,
    onClick: () => onDo('explain'),
  };
  const cancel: Action = {
    key: 'cancel',
    label: t('funds.doing.cancel'),
    icon: Ban,
    onClick: () => onDo('cancel'),
  };
  const away: Action = {
    key: 'trash',
    label: t('funds.toTrash'),
    icon: Trash2,
    onClick: () => {
      trash.fire({ ids: [id] });
      navigate('/funds');
    },
  };
  const open = !voucher.closed && voucher.status !== 'cancelled';
  return {
    primary,
    actions: open ? [edit] : voucher.status === 'numbered' ? [correct] : [],
    more: [
      ...(open && !draft ? [correct, cancel] : []),
      ...(voucher.status === 'cancelled' && !voucher.closed
        ? [
            {
              key: 'hold',
              label: t('funds.holdAgain'),
              icon: Hash,
              onClick: () => hold.fire({ id, version, reason: null }),
            },
          ]
        : []),
      ...(voucher.status === 'cancelled' ? [] : [explain]),
      ...(draft
        ? [away]
        : [{ key: 'one', label: t('funds.printOne'), icon: Printer, onClick: () => void take(false) }]),
    ],
  };
}

/** Where the record a voucher is for is shown. */
const PLACES: Record<string, (id: number) => string> = {
  welfare_campaign: (id) => `/welfare/${id}`,
  care_visit: (id) => `/welfare?tab=visits&year=all&visit=${id}`,
  care_case: (id) => `/welfare/cases/${id}`,
  award_decision: (id) => `/awards/${id}`,
  fund_voucher: (id) => `/funds/vouchers/${id}`,
};

function sourceLink({ source }: Data['voucher']): React.ReactNode {
  if (!source) return null;
  const to = PLACES[source.entity]?.(source.id);
  return to ? (
    <Link className="so-linklike" to={to}>
      {source.label ?? '…'}
    </Link>
  ) : (
    source.label
  );
}

function VoucherFacts({ data }: { data: Data }) {
  const t = useText();
  const format = useFormat();
  const { voucher, corrects, correctedBy } = data;
  const receipt = voucher.kind === 'receipt';
  const papers = [
    voucher.paperCount === null ? null : t('funds.papersCount', { figure: format.count(voucher.paperCount) }),
    voucher.papers,
  ];
  const others = [...(corrects ? [corrects] : []), ...correctedBy];
  const items: [string, React.ReactNode][] = [
    [
      t('funds.field.status'),
      <Tag key="s" tone={TONES[voucher.status]}>
        {t(`funds.status.${voucher.status}`)}
      </Tag>,
    ],
    [
      receipt ? t('funds.payer') : t('funds.payee'),
      voucher.memberId === null ? (
        voucher.personName
      ) : (
        <Link key="m" className="so-linklike" to={`/members/${voucher.memberId}`}>
          {voucher.personName}
        </Link>
      ),
    ],
    [t('funds.field.address'), voucher.address],
    [t('funds.field.reason'), voucher.reason],
    [
      t('funds.field.amount'),
      <span key="a" className="so-strong">
        {format.money(voucher.amount)}
      </span>,
    ],
    [t('funds.inWords'), data.inWords],
    [t('funds.field.categoryId'), voucher.category ?? t('funds.noCategory')],
    [t('funds.field.holding'), t(`funds.holding.${voucher.holding}`)],
    [t('funds.field.papers'), papers.filter(Boolean).join(': ')],
    [
      voucher.source?.entity === 'fund_voucher' ? t('funds.move.half') : t('funds.sourceOf'),
      sourceLink(voucher) ?? voucher.exception,
    ],
    [t('funds.oldNumber'), voucher.oldNumber],
    [
      corrects ? t('funds.correctsOf') : t('funds.correctedBy'),
      others.length === 0
        ? null
        : others.map((one) => (
            <Link key={one.id} className="so-linklike" to={`/funds/vouchers/${one.id}`}>
              {one.code}{' '}
            </Link>
          )),
    ],
    [t('funds.field.note'), voucher.note],
  ];
  return <Facts items={items.filter(([, value]) => value).map(([label, value]) => ({ label, value }))} />;
}
