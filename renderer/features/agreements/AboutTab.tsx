/** The file of an agreement: parties, what comes before and after it, its review, papers and pictures. */
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../client';
import { Facts, Tag, useFormat } from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import { type Sheet, useAgreementWords } from './words';

export function AboutTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const { agreement, parties, predecessor, successors } = sheet;
  const neighbour = (one: NonNullable<Sheet['predecessor']>): ReactNode => (
    <span key={one.id}>
      <Link to={`/agreements/${one.id}`}>{one.title}</Link>{' '}
      <span className="so-muted">
        {words.period(one)}, {words.seam(one.seam)}
      </span>
    </span>
  );
  const signed = agreement.signedOn;
  return (
    <div className="so-agreements-about">
      <div className="so-stack">
        <Facts
          items={[
            {
              label: t('agreements.field.signedOn'),
              value: signed && (signed.length === 10 ? format.weekdayDate(signed) : format.date(signed)),
            },
            { label: t('agreements.field.place'), value: agreement.place },
            {
              label: t('agreements.field.eventId'),
              value: agreement.eventId && (
                <Link to={`/events/${agreement.eventId}`}>{agreement.eventName}</Link>
              ),
            },
            { label: t('agreements.predecessor'), value: predecessor && neighbour(predecessor) },
            {
              label: t('agreements.successor'),
              value: successors.length > 0 && successors.map(neighbour),
            },
            { label: t('agreements.field.scaleId'), value: sheet.scale && words.named(sheet.scale) },
            { label: t('agreements.field.note'), value: agreement.note },
          ].filter(({ value }) => value)}
        />
        <section className="so-stack" aria-label={t('agreements.field.parties')}>
          <h2>{t('agreements.field.parties')}</h2>
          <ul className="so-agreements-parties">
            {parties.map((party) => (
              <li key={party.name}>
                <span className="so-strong">{party.name}</span>{' '}
                {party.own && <Tag tone="muc">{t('agreements.field.own')}</Tag>}
                {party.signer && (
                  <div className="so-caption">
                    {t('agreements.field.signer')}:{' '}
                    {party.memberId ? (
                      <Link to={`/members/${party.memberId}`}>{party.signer}</Link>
                    ) : (
                      party.signer
                    )}
                    {party.signerPost && `, ${party.signerPost}`}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
        <Review sheet={sheet} />
      </div>
      <div className="so-stack">
        <EvidenceBox entity="agreement" entityId={agreement.id} title={t('agreements.files')} />
        <RecordDocuments
          entity="agreement"
          id={agreement.id}
          label={agreement.title}
          onDate={agreement.signedOn}
          types={['regulation', 'programme', 'report']}
        />
      </div>
    </div>
  );
}

function Review({ sheet: { agreement } }: { sheet: Sheet }) {
  const t = useText();
  if (!agreement.summary && !agreement.proposals) return null;
  return (
    <section className="so-stack" aria-label={t('agreements.closing.title')}>
      <h2>{t('agreements.closing.title')}</h2>
      {agreement.summary && <p className="so-agreements-text">{agreement.summary}</p>}
      {agreement.proposals && (
        <>
          <h3>{t('agreements.field.proposals')}</h3>
          <p className="so-agreements-text">{agreement.proposals}</p>
        </>
      )}
    </section>
  );
}
