/** On a decision: the round it came from, and the event it is handed over at. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { Facts, Icon, matchesTyped, useFormat } from '../../../ui';
import './proposals.css';

export function ChainCard({ decisionId, year }: { decisionId: number; year: number }) {
  const t = useText();
  const format = useFormat();
  const chain = useQueryOp('proposals.ofDecision', { decisionId }).data;
  const near =
    useQueryOp('events.list', { from: `${year}-01-01`, to: `${year + 1}-12-31`, limit: 200 }).data?.rows ??
    [];
  const set = useCommandOp('proposals.setCeremony', { done: () => t('proposals.chain.set') });
  if (!chain) return null;
  const { event, round } = chain;
  const events = near.some((row) => row.id === event?.id) || event === null ? near : [event, ...near];
  return (
    <section className="so-stack" aria-label={t('proposals.chain.title')}>
      <Facts
        items={[
          ...(round
            ? [
                {
                  label: t('proposals.chain.round'),
                  value: <Link to={`/awards/rounds/${round.id}`}>{round.name}</Link>,
                },
              ]
            : []),
          {
            label: t('proposals.chain.ceremony'),
            value: (
              <span className="so-stack">
                <Select<number | null>
                  size="small"
                  allowClear
                  className="so-proposals-choice"
                  aria-label={t('proposals.chain.choose')}
                  placeholder={t('proposals.chain.choose')}
                  value={event?.id ?? null}
                  onChange={(eventId) => set.fire({ decisionId, eventId: eventId ?? null })}
                  suffixIcon={<Icon of={ChevronDown} />}
                  showSearch={{
                    filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')),
                  }}
                  options={events.map((row) => ({
                    value: row.id,
                    label: [row.name, format.date(row.startsOn)].filter(Boolean).join(' · '),
                  }))}
                />
                {event && <Link to={`/events/${event.id}`}>{event.name}</Link>}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
