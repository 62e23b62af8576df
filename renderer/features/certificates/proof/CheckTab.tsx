/** The check of a certificate by its code: from a scanner, a phone's text, or a picture of the paper. */
import { Input } from 'antd';
import { BadgeCheck, CircleHelp, ImageUp, ScanQrCode, ShieldX } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { registerText } from '../../../../shared/domain/awards';
import { spellFingerprint } from '../../../../shared/domain/proof';
import { announceFailure, invoke, pickFile, useQueryOp, useText } from '../../../client';
import { ActionButton, ErrorState, Facts, isComposing, Note, Page, useFormat } from '../../../ui';
import type { CertificatesFrame } from '../CertificatesPage';

type Checked = OutputOf<'certificates.verify'>;

export function CheckTab({ frame }: { frame: CertificatesFrame }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [searching, setSearching] = useState(false);
  const [missed, setMissed] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const query = useQueryOp('certificates.verify', { text: asked }, { enabled: asked !== '' });
  const check = (text: string) => {
    setMissed(null);
    setAsked(text.trim().slice(0, 4000));
    field.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    check(event.currentTarget.value);
  };
  const open = async () => {
    const file = await pickFile(['png', 'jpg', 'jpeg']);
    if (!file) return;
    setSearching(true);
    setMissed(null);
    try {
      const { data } = await invoke('certificates.proofPicture', { token: file.token });
      const { findCode } = await import('./findCode');
      const text = await findCode(data);
      if (text === null) setMissed(file.name);
      else {
        setTyped(text);
        check(text);
      }
    } catch (error) {
      announceFailure(error);
    } finally {
      setSearching(false);
    }
  };
  return (
    <Page {...frame}>
      <div className="so-cert-check">
        <section className="so-card so-cert-box">
          <h2>{t('proof.check.title')}</h2>
          <p className="so-caption">{t('proof.check.body')}</p>
          <label htmlFor="so-proof-text">{t('proof.check.label')}</label>
          <Input.TextArea
            id="so-proof-text"
            ref={(node) => {
              field.current = node?.resizableTextArea?.textArea ?? null;
            }}
            autoFocus
            rows={5}
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            maxLength={4000}
          />
          <div className="so-row">
            <ActionButton
              primary
              action={{
                key: 'check',
                label: t('proof.check.check'),
                icon: ScanQrCode,
                disabled: typed.trim() === '',
                onClick: () => check(typed),
              }}
            />
            <ActionButton
              action={{
                key: 'picture',
                label: t('proof.check.picture'),
                icon: ImageUp,
                running: searching,
                onClick: () => void open(),
              }}
            />
          </div>
        </section>
        <section className="so-card so-cert-box" aria-live="polite">
          {missed !== null ? (
            <Note tone="warn" icon={CircleHelp} title={t('proof.check.noCode')}>
              {t('proof.check.noCodeBody', { name: missed })}
            </Note>
          ) : query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : asked !== '' && query.data ? (
            <Result found={query.data} />
          ) : (
            <p className="so-caption">{t('proof.check.waiting')}</p>
          )}
        </section>
      </div>
    </Page>
  );
}

const LOOKS = {
  own: { tone: 'ok', icon: BadgeCheck },
  trusted: { tone: 'ok', icon: BadgeCheck },
  unknownKey: { tone: 'warn', icon: CircleHelp },
  unsigned: { tone: 'warn', icon: CircleHelp },
  wrong: { tone: 'bad', icon: ShieldX },
  unreadable: { tone: 'bad', icon: ShieldX },
} as const;

function Result({ found }: { found: Checked }) {
  const t = useText();
  const format = useFormat();
  const { tone, icon } = LOOKS[found.verdict];
  const owner = found.owner ?? '';
  return (
    <>
      <Note tone={tone} icon={icon} title={t(`proof.verdict.${found.verdict}`, { owner })}>
        {t(`proof.about.${found.verdict}`, { code: found.code ?? '' })}
        {found.retiredAt && ` ${t('proof.about.retired', { date: format.dayOf(found.retiredAt) })}`}
      </Note>
      {found.record && <RecordNote record={found.record} course={found.facts?.paper === 'training'} />}
      {found.facts && <PaperFacts facts={found.facts} />}
      {found.fingerprint && (
        <p className="so-caption so-cert-print">
          {t('proof.fingerprint')}: {spellFingerprint(found.fingerprint)}
        </p>
      )}
    </>
  );
}

function PaperFacts({ facts }: { facts: NonNullable<Checked['facts']> }) {
  const t = useText();
  const format = useFormat();
  if (facts.paper === 'training') return <CourseFacts facts={facts} />;
  const items = [
    { label: t('proof.fact.name'), value: facts.name === '' ? null : <strong>{facts.name}</strong> },
    { label: t('proof.fact.unit'), value: facts.unit },
    { label: t('proof.fact.form'), value: facts.form },
    { label: t('proof.fact.registerNo'), value: registerText(facts.registerNo, facts.registerYear) },
    { label: t('proof.fact.decisionNo'), value: facts.decisionNo },
    { label: t('proof.fact.decidedOn'), value: facts.decidedOn && format.date(facts.decidedOn) },
    { label: t('proof.fact.awardYear'), value: String(facts.awardYear) },
    { label: t('proof.fact.issuer'), value: facts.issuer },
  ];
  return <Facts items={items.filter((item) => item.value !== null)} />;
}

function CourseFacts({ facts }: { facts: NonNullable<Checked['facts']> }) {
  const t = useText();
  const format = useFormat();
  const items = [
    { label: t('proof.fact.name'), value: <strong>{facts.name}</strong> },
    { label: t('proof.course.form'), value: facts.form },
    { label: t('proof.course.name'), value: facts.unit },
    { label: t('proof.course.number'), value: facts.decisionNo },
    { label: t('proof.course.issuedOn'), value: facts.decidedOn && format.date(facts.decidedOn) },
    { label: t('proof.fact.issuer'), value: facts.issuer },
  ];
  return <Facts items={items.filter((item) => item.value !== null)} />;
}

function RecordNote({ record, course }: { record: NonNullable<Checked['record']>; course: boolean }) {
  const t = useText();
  const format = useFormat();
  const shown = (field: string, value: string | null) =>
    field === 'decidedOn' ? format.date(value) : (value ?? t('proof.record.blank'));
  return (
    <Note
      tone={record.state === 'same' ? 'ok' : 'warn'}
      icon={record.state === 'same' ? BadgeCheck : CircleHelp}
      title={t(`proof.${course ? 'course' : 'record'}.${record.state}`)}
    >
      {record.differences.map(({ field, recorded }) => (
        <span key={field} className="so-cert-difference">
          {t('proof.record.difference', { field: t(`proof.fact.${field}`), value: shown(field, recorded) })}
        </span>
      ))}
      {record.eventId !== null && (
        <Link to={`/events/${record.eventId}?tab=training`}>{t('proof.course.open')}</Link>
      )}
      {record.decisionId !== null && record.state !== 'trashed' && (
        <Link to={`/awards/${record.decisionId}`}>{t('proof.record.open')}</Link>
      )}
    </Note>
  );
}
