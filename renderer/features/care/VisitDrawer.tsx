/** One visit: recorded or changed, its slip printed, its money told, a letter of condolence written. */
import { FileText, Mail, Printer, Trash2, Wallet } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { announceFailure, invoke, useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, LoadingBars, Sensitive, useFormat } from '../../ui';
import { CondolenceForm } from './LetterForms';
import { PayDrawer } from './PayDrawer';
import { useCatalogue, useSlips, type Visit } from './useCare';
import { VisitForm } from './VisitForm';

/** Visits that are for no death: a letter of condolence is not offered. */
const NO_DEATH = ['illness', 'maternity', 'wedding', 'accident'];

export function VisitDrawer({ visit, onClose }: { visit: number | 'new' | null; onClose(): void }) {
  const t = useText();
  const query = useQueryOp('care.visit', { id: Number(visit) || 1 }, { enabled: typeof visit === 'number' });
  const row = typeof visit === 'number' ? query.data?.row : undefined;
  return (
    <Drawer
      open={visit !== null}
      onClose={onClose}
      title={visit === 'new' ? t('care.visit.add') : (row?.name ?? t('care.visit.edit'))}
      facts={row ? row.code : undefined}
      width={520}
    >
      {visit === 'new' && <VisitForm onDone={onClose} />}
      {typeof visit === 'number' && !row && <LoadingBars kind="lines" />}
      {row && (
        <div className="so-stack" key={`${row.id}:${row.version}`}>
          <VisitActions visit={row} inWords={query.data?.inWords ?? ''} onGone={onClose} />
          <VisitForm visit={row} onDone={onClose} />
        </div>
      )}
    </Drawer>
  );
}

function VisitActions({ visit, inWords, onGone }: { visit: Visit; inWords: string; onGone(): void }) {
  const t = useText();
  const format = useFormat();
  const slips = useSlips();
  const [step, setStep] = useState<'pay' | 'letter' | null>(null);
  const trash = useCommandOp('care.trashVisits', {
    done: (data) => t('care.visit.trashed', { count: data.count }),
  });
  const unlink = useCommandOp('care.setVouchers', { done: () => t('care.pay.unlinked') });
  const open = visit.cash > 0 && visit.voucher === null;
  const code = useCatalogue().reasons.find(({ id }) => id === visit.reasonId)?.code;
  const condolence = !code || !NO_DEATH.includes(code);
  return (
    <>
      <div className="so-row so-wrap">
        <ActionButton
          size="small"
          action={{
            key: 'print',
            label: slips.label(1),
            icon: Printer,
            running: slips.running,
            onClick: () => void slips.print([visit.id]),
          }}
        />
        <ActionButton
          size="small"
          action={{
            key: 'word',
            label: t('care.visit.word'),
            icon: FileText,
            onClick: () => void slips.print([visit.id], 'docx'),
          }}
        />
        {open && (
          <ActionButton
            size="small"
            action={{ key: 'pay', label: t('care.pay.action'), icon: Wallet, onClick: () => setStep('pay') }}
          />
        )}
        {condolence && (
          <ActionButton
            size="small"
            action={{
              key: 'letter',
              label: t('care.visit.condolence'),
              icon: Mail,
              onClick: () => setStep(step === 'letter' ? null : 'letter'),
            }}
          />
        )}
        <ActionButton
          size="small"
          action={{
            key: 'trash',
            label: t('care.visit.toTrash'),
            icon: Trash2,
            danger: true,
            onClick: () => {
              trash.fire({ ids: [visit.id] });
              onGone();
            },
          }}
        />
      </div>
      {visit.cash > 0 && <p className="so-caption">{t('care.visit.inWords', { words: inWords })}</p>}
      {visit.voucher && (
        <p>
          {t('care.field.voucher')}{' '}
          <Link to={`/funds/vouchers/${visit.voucher.id}`}>{visit.voucher.code ?? '…'}</Link>{' '}
          <button
            type="button"
            className="so-linklike"
            onClick={() => unlink.fire({ rows: [{ id: visit.id, voucherId: null }] })}
          >
            {t('care.pay.unlink')}
          </button>
        </p>
      )}
      {visit.exception && (
        <p className="so-caption">
          {t('care.field.exception')}: <span lang="vi">{visit.exception}</span>
        </p>
      )}
      {visit.hasHealth && (
        <div>
          <span className="so-caption">{t('care.field.healthDetail')}</span>{' '}
          <MaskedText entity="care_visit" id={visit.id} label={t('care.field.healthDetail')} />
        </div>
      )}
      {step === 'letter' && <CondolenceForm visit={visit} onDone={() => setStep(null)} />}
      <PayDrawer
        visits={step === 'pay' ? [{ id: visit.id, cash: visit.cash }] : null}
        total={format.money(visit.cash)}
        onClose={() => setStep(null)}
      />
    </>
  );
}

/** Dots until shown; each showing is written down by the core. */
export function MaskedText({
  entity,
  id,
  label,
}: {
  entity: 'care_visit' | 'care_case';
  id: number;
  label: string;
}) {
  const t = useText();
  const [text, setText] = useState<string | null>(null);
  return (
    <Sensitive
      label={label}
      onReveal={() => {
        invoke('care.reveal', { entity, id })
          .then(({ data }) => setText(data.text ?? ''))
          .catch(announceFailure);
      }}
    >
      <span lang="vi">{text ?? t('memberPrivacy.loading')}</span>
    </Sensitive>
  );
}
