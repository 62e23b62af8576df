/** Everything recorded of an event besides its people. */
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { sequenceText } from '../../../shared/domain/eventFigures';
import { useText } from '../../client';
import { Facts, FigureLink, Page } from '../../ui';
import { RecordAgreements } from '../agreements/RecordAgreements';
import { EventDecisions } from '../awards/proposals/EventDecisions';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import type { EventDetail, EventFrame } from './EventPage';
import { useEventWords } from './words';

export function EventInfo({ event, frame }: { event: EventDetail; frame: EventFrame }) {
  const t = useText();
  const words = useEventWords();
  const { fields, participation } = event;
  const people = `/events/${event.id}?tab=people`;
  const level = fields.organiserLevel ? t(`events.level.${fields.organiserLevel}`) : null;
  const rate = words.rate(participation);
  const items: { label: string; value: ReactNode }[] = [
    { label: t('events.kind'), value: words.kindName(fields.kind) },
    { label: t('events.info.time'), value: words.time(fields) },
    { label: t('events.form.mode'), value: t(`events.mode.${fields.mode}`) },
    { label: t('events.form.place'), value: fields.place },
    { label: t('events.form.organiserLevel'), value: level },
    { label: t('events.form.organiserName'), value: fields.organiserName },
    { label: t('events.form.audience'), value: t(`events.audience.${fields.audience}`) },
    {
      label: t('events.info.sequence'),
      value: fields.sequence && sequenceText(fields.sequence, fields.startsOn, t.language),
    },
    {
      label: t('events.form.sessions'),
      value: fields.sessions && t('events.info.sessions', { count: fields.sessions }),
    },
    {
      label: t('events.info.participation'),
      value: participation ? (
        <>
          <FigureLink label={t('events.info.participation')} to={people}>
            {words.figure(participation)}
          </FigureLink>
          {rate && ` · ${rate}`}
        </>
      ) : (
        <Link to={people}>{t('events.info.openPeople')}</Link>
      ),
    },
  ];
  return (
    <Page {...frame}>
      <div className="so-events-info">
        <Facts items={items.filter((item) => item.value)} />
        <LongText title={t('events.form.content')} text={fields.content} />
        <LongText title={t('events.form.result')} text={fields.result} />
        <LongText title={t('events.form.documents')} text={fields.documents} />
        <EventDecisions eventId={event.id} />
        <RecordDocuments
          entity="event"
          id={event.id}
          label={fields.name}
          onDate={fields.startsOn}
          types={['minutes', 'resolution', 'invitation', 'plan', 'programme']}
        />
        <RecordAgreements entity="event" id={event.id} />
        <EvidenceBox entity="event" entityId={event.id} />
      </div>
    </Page>
  );
}

function LongText({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className="so-events-text">{text}</p>
    </section>
  );
}
