/** Where a member stands with each purpose that asks for consent, and withdrawing. */
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  MoreMenu,
  RecordForm,
  Tag,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';

type Row = OutputOf<'members.consents'>['rows'][number];

export function ConsentsOf({ memberId }: { memberId: number }) {
  const t = useText();
  const query = useQueryOp('members.consents', { memberId });
  const [ending, setEnding] = useState<Row | null>(null);
  const rows = (query.data?.rows ?? []).filter((row) => row.consent !== null || (row.asks && row.used));
  if (rows.length === 0) return null;
  return (
    <section className="so-stack" aria-label={t('memberConsent.record')}>
      <h3>{t('memberConsent.record')}</h3>
      <ul className="so-consent__list">
        {rows.map((row) => (
          <Line key={row.purpose} row={row} memberId={memberId} onWithdraw={() => setEnding(row)} />
        ))}
      </ul>
      {ending && <Withdraw row={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function Line({ row, memberId, onWithdraw }: { row: Row; memberId: number; onWithdraw(): void }) {
  const t = useText();
  const format = useFormat();
  const { purpose, consent } = row;
  const give = useCommandOp('members.giveConsent', {
    done: (data) => t('memberConsent.given', { count: data.count }),
  });
  const trash = useCommandOp('members.trashConsents', {
    done: (data) => t('memberConsent.trashed', { count: data.count }),
  });
  const inForce = consent !== null && consent.withdrawnOn === null;
  const agree = () => give.fire({ purpose, ids: [memberId], givenOn: todayIso(), how: 'paper' });
  return (
    <li className="so-row">
      <strong className="so-consent__name">{t(`memberConsent.purpose.${purpose}`)}</strong>
      {consent === null ? (
        <Tag>{t('memberConsent.recordNone')}</Tag>
      ) : inForce ? (
        <Tag tone="ok">
          {t('memberConsent.recordGiven', {
            date: format.date(consent.givenOn) ?? '',
            how: t(`memberConsent.how.${consent.how}`),
          })}
        </Tag>
      ) : (
        <Tag tone="warn">
          {t('memberConsent.recordWithdrawn', { date: format.date(consent.withdrawnOn) ?? '' })}
        </Tag>
      )}
      <span className="so-push" />
      {inForce ? (
        <>
          <ActionButton
            size="small"
            action={{ key: 'end', label: t('memberConsent.withdraw'), onClick: onWithdraw }}
          />
          <MoreMenu
            actions={[
              {
                key: 'trash',
                label: t('memberConsent.toTrash'),
                danger: true,
                onClick: () => trash.fire({ ids: [consent.id] }),
              },
            ]}
          />
        </>
      ) : (
        <ActionButton size="small" action={{ key: 'give', label: t('memberConsent.give'), onClick: agree }} />
      )}
    </li>
  );
}

function Withdraw({ row, onClose }: { row: Row; onClose(): void }) {
  const t = useText();
  const withdraw = useCommandOp('members.withdrawConsent', {
    failure: 'inline',
    done: () => t('memberConsent.withdrawn'),
  });
  const name = t(`memberConsent.purpose.${row.purpose}`);
  const { consent } = row;
  if (!consent) return null;
  return (
    <Drawer open width={440} title={t('memberConsent.withdrawOf', { name })} onClose={onClose}>
      <p className="so-caption">{t('memberConsent.withdrawBody')}</p>
      <RecordForm<{ withdrawnOn: string; note: string | null }>
        draftKey={null}
        initial={{ withdrawnOn: todayIso(), note: null }}
        onCancel={onClose}
        onReload={onClose}
        onSubmit={async (values) => {
          await withdraw.run({ ...values, id: consent.id, version: consent.version });
          onClose();
        }}
      >
        <DateField name="withdrawnOn" label={t('memberConsent.field.withdrawnOn')} precision="day" required />
        <TextField name="note" label={t('memberConsent.field.note')} max={300} optional />
      </RecordForm>
    </Drawer>
  );
}
