import { Button } from 'antd';
import { IdCard } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ErrorState, LoadingBars, Note, RecordForm, Tag, TextField, useFormat } from '../../../ui';
import { Pane } from '../../settings/Pane';
import '../members.css';

type Row = OutputOf<'members.sensitive'>['rows'][number];

/** Settings: which sensitive fields this unit keeps, since when and what for. */
export function PrivacyPane() {
  const t = useText();
  const query = useQueryOp('members.sensitive', { counts: true });
  const title = t('memberPrivacy.pane.title');
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('memberPrivacy.pane.body')}</p>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars rows={6} />
      ) : (
        query.data.rows.map((row) => <Group key={row.group} row={row} />)
      )}
      <Note tone="muc" icon={IdCard}>
        {t('memberPrivacy.pane.basicNote')}
      </Note>
    </Pane>
  );
}

function Group({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const name = t(`memberPrivacy.groups.${row.group}`);
  const holds = t(`memberPrivacy.holds.${row.group}`);
  const set = useCommandOp('members.setSensitive', {
    done: (data) =>
      t(data.enabled ? 'memberPrivacy.pane.turnedOn' : 'memberPrivacy.pane.turnedOff', { name }),
  });
  const stored = !row.stored
    ? t('memberPrivacy.pane.none')
    : t(row.enabled ? 'memberPrivacy.pane.stored' : 'memberPrivacy.pane.storedOff', { count: row.stored });
  return (
    <section className="so-card so-pane__card so-members-group-use" aria-label={name}>
      <div className="so-row">
        <h3 className="so-members-use">{name}</h3>
        <Tag tone={row.enabled ? 'ok' : 'neutral'}>
          {row.enabled && row.since
            ? t('memberPrivacy.pane.on', { date: format.date(row.since) ?? '' })
            : t('memberPrivacy.pane.off')}
        </Tag>
        <span className="so-push" />
        {row.enabled ? (
          <Button
            aria-label={t('memberPrivacy.pane.turnOffName', { name })}
            onClick={() => set.fire({ group: row.group, enabled: false })}
          >
            {t('memberPrivacy.pane.turnOff')}
          </Button>
        ) : (
          !asking && (
            <Button aria-label={t('memberPrivacy.pane.turnOnName', { name })} onClick={() => setAsking(true)}>
              {t('memberPrivacy.pane.turnOn')}
            </Button>
          )
        )}
      </div>
      <p className="so-caption">{[holds === name ? null : holds, stored].filter(Boolean).join(' · ')}</p>
      {row.enabled && row.purpose && (
        <p className="so-members-purpose">
          {t('memberPrivacy.pane.purpose')}: {row.purpose}
        </p>
      )}
      {asking && !row.enabled && <AskPurpose row={row} onDone={() => setAsking(false)} />}
      {row.history.length > 1 && <Switchings row={row} />}
    </section>
  );
}

/** The purpose that switching on needs. */
function AskPurpose({ row, onDone }: { row: Row; onDone(): void }) {
  const t = useText();
  const name = t(`memberPrivacy.groups.${row.group}`);
  const set = useCommandOp('members.setSensitive', {
    failure: 'inline',
    done: () => t('memberPrivacy.pane.turnedOn', { name }),
  });
  return (
    <RecordForm<{ purpose: string | null }>
      draftKey={null}
      initial={{ purpose: null }}
      saveLabel={t('memberPrivacy.pane.turnOn')}
      onCancel={onDone}
      onSubmit={async ({ purpose }) => {
        await set.run({ group: row.group, enabled: true, purpose });
        onDone();
      }}
    >
      <TextField
        name="purpose"
        label={t('memberPrivacy.pane.purpose')}
        hint={t('memberPrivacy.pane.purposeHint', { example: t(`memberPrivacy.examples.${row.group}`) })}
        required
        autoFocus
        max={300}
      />
    </RecordForm>
  );
}

function Switchings({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  return (
    <details className="so-members-switchings">
      <summary>{t('memberPrivacy.pane.history')}</summary>
      <ul>
        {row.history.map((one) => (
          <li key={one.at}>
            {format.dateTime(one.at)} ·{' '}
            {t(one.enabled ? 'memberPrivacy.pane.historyOn' : 'memberPrivacy.pane.historyOff')} · {one.actor}
            {one.purpose && ` · ${one.purpose}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
