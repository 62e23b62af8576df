/** Series of events: their editions with figures side by side. */
import { Plus, Repeat } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { SERIES_NUMBERINGS, type SeriesNumbering } from '../../../../shared/domain/eventPlans';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  CheckField,
  Drawer,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  TextField,
  useFormat,
} from '../../../ui';
import '../events.css';

type Series = OutputOf<'events.series'>['rows'][number];

export default function SeriesPage() {
  const t = useText();
  const [editing, setEditing] = useState<Series | 'new' | null>(null);
  const query = useQueryOp('events.series', { language: t.language });
  return (
    <Page
      title={t('eventPlans.series')}
      crumbs={[{ label: t('events.title'), to: '/events' }]}
      facts={[t('eventPlans.seriesLead')]}
      primary={{ key: 'add', label: t('eventPlans.addSeries'), icon: Plus, onClick: () => setEditing('new') }}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={4} />}
      {query.data?.rows.length === 0 && (
        <EmptyState icon={Repeat} title={t('eventPlans.seriesEmpty')}>
          {t('eventPlans.seriesEmptyBody')}
        </EmptyState>
      )}
      {query.data?.rows.map((row) => (
        <SeriesSection key={row.id} series={row} onEdit={() => setEditing(row)} />
      ))}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'eventPlans.addSeries' : 'eventPlans.editSeries')}
      >
        {editing !== null && (
          <SeriesForm series={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        )}
      </Drawer>
    </Page>
  );
}

function SeriesSection({ series, onEdit }: { series: Series; onEdit(): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('events.trashSeries', { done: () => t('eventPlans.seriesTrashed') });
  return (
    <section className="so-events-series">
      <div className="so-row">
        <h2>{series.name}</h2>
        <span className="so-caption">{t('eventPlans.seriesNext', { text: series.next.text })}</span>
        <span className="so-push" />
        <MoreMenu
          label={series.name}
          actions={[
            { key: 'edit', label: t('eventPlans.editSeries'), onClick: onEdit },
            {
              key: 'trash',
              label: t('eventPlans.toTrash'),
              danger: true,
              onClick: () => trash.fire({ ids: [series.id] }),
            },
          ]}
        />
      </div>
      {series.editions.length === 0 ? (
        <p className="so-caption">{t('eventPlans.noEditions')}</p>
      ) : (
        <PlainTable
          framed
          caption={series.name}
          rows={series.editions}
          rowKey={(one) => one.eventId}
          columns={[
            { key: 'text', header: t('eventPlans.edition'), width: 190, cell: (one) => one.text },
            {
              key: 'name',
              header: t('eventPlans.editionName'),
              cell: (one) => <Link to={`/events/${one.eventId}`}>{one.name}</Link>,
            },
            {
              key: 'day',
              header: t('eventPlans.onDay'),
              width: 100,
              cell: (one) => format.date(one.startsOn),
            },
            {
              key: 'figure',
              header: t('eventPlans.participation'),
              width: 150,
              cell: (one) => one.participation ?? '–',
            },
            {
              key: 'rate',
              header: t('eventPlans.rate'),
              width: 70,
              align: 'right',
              cell: (one) => one.rate ?? '–',
            },
            {
              key: 'guests',
              header: t('eventPlans.guestCount'),
              width: 90,
              align: 'right',
              cell: (one) => format.count(one.guests),
            },
          ]}
        />
      )}
    </section>
  );
}

interface Values {
  name: string;
  numbering: SeriesNumbering;
  yearly: boolean;
}

function SeriesForm({ series, onClose }: { series: Series | null; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('events.saveSeries', {
    failure: 'inline',
    done: (_, input) => t('eventPlans.seriesSaved', { name: input.name }),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={series ?? { numbering: 'roman', yearly: false }}
      onSubmit={async ({ name, numbering, yearly }) => {
        const kept = { id: series?.id ?? null, version: series?.version ?? null, note: series?.note ?? null };
        await save.run({ ...kept, name, numbering, yearly: yearly ?? false });
        onClose();
      }}
      onCancel={onClose}
    >
      <TextField name="name" label={t('eventPlans.seriesName')} required max={200} autoFocus />
      <SelectField<SeriesNumbering>
        name="numbering"
        label={t('eventPlans.numbering')}
        options={SERIES_NUMBERINGS.map((value) => ({ value, label: t(`eventPlans.numberings.${value}`) }))}
      />
      <CheckField name="yearly" label={t('eventPlans.yearly')} />
    </RecordForm>
  );
}
