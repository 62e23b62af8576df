/** What was delivered under an agreement, with its money, and the sums of each year. */
import { Link2, PencilLine, Unlink } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { withVagueness } from '../../../shared/text/numbers';
import { useCommandOp, useText } from '../../client';
import { type Column, Drawer, EmptyState, IconButton, PlainTable, Tag, useFormat } from '../../ui';
import { DeliveryForm } from './DeliveryForm';
import { type Delivery, RECORD_PATHS, type Sheet, useAgreementWords } from './words';

export function DeliveredTab({ sheet, onAdd }: { sheet: Sheet; onAdd(): void }) {
  const t = useText();
  const [editing, setEditing] = useState<Delivery | null>(null);
  const close = () => setEditing(null);
  if (sheet.deliveries.length === 0)
    return (
      <EmptyState
        icon={Link2}
        title={t('agreements.delivery.none')}
        primary={{ key: 'add', label: t('agreements.delivery.add'), icon: Link2, onClick: onAdd }}
      >
        {t('agreements.delivery.noneBody')}
      </EmptyState>
    );
  return (
    <>
      <div className="so-agreements-delivered">
        <Deliveries sheet={sheet} onEdit={setEditing} />
        <Years sheet={sheet} />
      </div>
      <Drawer open={editing !== null} onClose={close} title={t('agreements.delivery.edit')} width={560}>
        {editing && <DeliveryForm sheet={sheet} delivery={editing} onDone={close} />}
      </Drawer>
    </>
  );
}

function Deliveries({ sheet, onEdit }: { sheet: Sheet; onEdit(one: Delivery): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('agreements.trashDeliveries', { done: () => t('agreements.delivery.trashed') });
  const place = (one: Delivery) => sheet.contents.findIndex((content) => content.id === one.contentId) + 1;
  const columns: Column<Delivery>[] = [
    { key: 'date', header: t('agreements.col.date'), width: 96, cell: (one) => format.date(one.onDate) },
    { key: 'what', header: t('agreements.col.what'), cell: (one) => <What one={one} /> },
    {
      key: 'kind',
      header: t('agreements.col.kind'),
      width: 140,
      cell: (one) =>
        [one.record && t(`agreements.entity.${one.record.entity}`), one.source].filter(Boolean).join(' · '),
    },
    {
      key: 'content',
      header: t('agreements.col.content'),
      width: 84,
      title: (one) => sheet.contents[place(one) - 1]?.name ?? '',
      cell: (one) => (place(one) === 0 ? t('agreements.delivery.whole') : String(place(one))),
    },
    {
      key: 'amount',
      header: t('agreements.col.amount'),
      width: 138,
      align: 'right',
      cell: (one) => <Amount one={one} />,
    },
    {
      key: 'tools',
      header: '',
      width: 76,
      cell: (one) => (
        <span className="so-row">
          <IconButton
            icon={PencilLine}
            size="small"
            label={t('agreements.delivery.edit')}
            onClick={() => onEdit(one)}
          />
          <IconButton
            icon={Unlink}
            size="small"
            label={t('agreements.delivery.remove', { name: one.label })}
            onClick={() => trash.fire({ ids: [one.id] })}
          />
        </span>
      ),
    },
  ];
  return (
    <PlainTable
      framed
      caption={t('agreements.pageTabs.delivered')}
      columns={columns}
      rows={sheet.deliveries}
      rowKey={(one) => one.id}
    />
  );
}

function What({ one }: { one: Delivery }) {
  const t = useText();
  return (
    <>
      {one.record && !one.gone ? (
        <Link to={RECORD_PATHS[one.record.entity](one.record.id)}>{one.label}</Link>
      ) : (
        <span className="so-strong">{one.label}</span>
      )}
      {one.note && <div className="so-caption">{one.note}</div>}
      {one.gone && <div className="so-caption">{t('agreements.delivery.gone')}</div>}
    </>
  );
}

function Amount({ one }: { one: Delivery }) {
  const t = useText();
  const format = useFormat();
  if (one.ahead) return <span className="so-muted">{t('agreements.delivery.ahead')}</span>;
  if (one.countedIn !== null)
    return (
      <span className="so-muted" title={t('agreements.delivery.counted', { name: one.countedIn })}>
        ({one.amount === null ? '–' : format.money(one.amount)})
      </span>
    );
  if (one.amount !== null) return <>{withVagueness(format.money(one.amount), one.flag, t.language)}</>;
  const money = one.record === null ? one.flag !== 'exact' : one.record.entity === 'welfare_campaign';
  return money ? <Tag tone="neutral">{t('agreements.delivery.unknown')}</Tag> : null;
}

function Years({ sheet: { byYear, agreement } }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const columns: Column<Sheet['byYear'][number]>[] = [
    { key: 'year', header: t('agreements.col.year'), width: 62, cell: (one) => String(one.year) },
    {
      key: 'works',
      header: t('agreements.col.works'),
      width: 72,
      align: 'right',
      cell: (one) => format.count(one.delivered),
    },
    {
      key: 'money',
      header: t('agreements.col.money'),
      align: 'right',
      cell: (one) => words.money(one.money),
    },
  ];
  return (
    <section className="so-stack" aria-label={t('agreements.byYear')}>
      <PlainTable
        framed
        caption={t('agreements.byYear')}
        columns={columns}
        rows={byYear}
        rowKey={(one) => one.year}
        totals={{
          year: t('agreements.total'),
          works: format.count(agreement.delivered),
          money: words.money(agreement.money),
        }}
      />
      {agreement.money.unknown > 0 && (
        <p className="so-caption">{t('agreements.unknownRows', { count: agreement.money.unknown })}</p>
      )}
    </section>
  );
}
