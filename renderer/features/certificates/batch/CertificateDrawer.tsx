/** One recipient's certificates: numbers over time, prints, making void, giving again. */
import { Ban, FilePlus2, Printer, ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { REISSUE_NUMBERS } from '../../../../shared/contract/batches';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  RadioField,
  RecordForm,
  Tag,
  TextAreaField,
  todayIso,
  useFormat,
} from '../../../ui';
import '../certificates.css';

type Story = OutputOf<'certificates.story'>;
type One = Story['certificates'][number];
type Asking = 'void' | 'reissue' | null;

export function CertificateDrawer({ recipientId, onClose }: { recipientId: number; onClose(): void }) {
  const t = useText();
  const [asking, setAsking] = useState<Asking>(null);
  const query = useQueryOp('certificates.story', { recipientId }, { keep: true });
  const story = query.data;
  const last = story?.certificates.at(-1);
  const valid = story?.certificates.find((one) => one.voidedOn === null);
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('batches.drawer.title', { name: story?.name ?? '' })}
      facts={last ? t('batches.drawer.register', { register: (valid ?? last).register }) : undefined}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !story ? (
        <LoadingBars kind="lines" />
      ) : !story.issued || !last ? (
        <Note tone="warn" icon={ScrollText}>
          {t('batches.drawer.draft')}
        </Note>
      ) : asking === 'void' && valid ? (
        <VoidForm one={valid} onDone={() => setAsking(null)} />
      ) : asking === 'reissue' ? (
        <ReissueForm story={story} onDone={() => setAsking(null)} />
      ) : (
        <div className="so-stack so-cert-story">
          <span className="so-row so-wrap">
            {valid && (
              <ActionButton
                action={{
                  key: 'void',
                  label: t('batches.void.action'),
                  icon: Ban,
                  onClick: () => setAsking('void'),
                }}
              />
            )}
            <ActionButton
              action={{
                key: 'reissue',
                label: t('batches.reissue.action'),
                icon: FilePlus2,
                onClick: () => setAsking('reissue'),
              }}
            />
          </span>
          {[...story.certificates].reverse().map((one) => (
            <Certificate key={one.id} one={one} />
          ))}
        </div>
      )}
    </Drawer>
  );
}

function Certificate({ one }: { one: One }) {
  const t = useText();
  const format = useFormat();
  const job = useJobOp('certificates.printVoided', {
    done: ({ file }) => t('batches.drawer.fileMade', { name: file.name }),
  });
  const print = async () => {
    const made = await job.run({ id: one.id }).catch(() => null);
    if (made) await saveFile(made.file);
  };
  const prints = one.prints.map((row) =>
    [format.dateTime(row.at), row.actor, t(`certificates.print.modes.${row.mode}`), row.cause]
      .filter(Boolean)
      .join(' · '),
  );
  return (
    <section
      className="so-card so-cert-one"
      aria-label={t('batches.drawer.register', { register: one.register })}
    >
      <span className="so-row so-wrap">
        <h3>{one.register}</h3>
        {one.copy > 0 && <Tag tone="line">{t('batches.copy', { count: one.copy })}</Tag>}
        <span className="so-push" />
        <Tag tone={one.voidedOn === null ? 'ok' : 'bad'}>
          {one.voidedOn === null ? t('batches.drawer.inForce') : t('batches.voided')}
        </Tag>
      </span>
      <Facts
        items={[
          ...(one.givenOn ? [{ label: t('batches.drawer.given'), value: format.date(one.givenOn) }] : []),
          ...(one.replaces ? [{ label: t('batches.drawer.replaces'), value: one.replaces }] : []),
          ...(one.reason ? [{ label: t('batches.drawer.reason'), value: one.reason }] : []),
          ...(one.voidedOn
            ? [
                { label: t('batches.drawer.voided'), value: format.date(one.voidedOn) },
                { label: t('batches.drawer.voidReason'), value: one.voidReason },
              ]
            : []),
          {
            label: t('batches.drawer.prints'),
            value:
              prints.length === 0 ? (
                t('batches.drawer.noPrint')
              ) : (
                <span className="so-stack">
                  {prints.map((line) => (
                    <span key={line}>{line}</span>
                  ))}
                </span>
              ),
          },
        ]}
      />
      {one.voidedOn !== null && (
        <ActionButton
          size="small"
          action={{
            key: 'copy',
            label: t('batches.drawer.fileCopy'),
            icon: Printer,
            running: job.running,
            onClick: () => void print(),
          }}
        />
      )}
    </section>
  );
}

type VoidValues = Pick<InputOf<'certificates.void'>, 'on' | 'reason'>;

function VoidForm({ one, onDone }: { one: One; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('certificates.void', {
    failure: 'inline',
    done: () => t('batches.void.done', { register: one.register }),
  });
  return (
    <RecordForm<VoidValues>
      draftKey={null}
      initial={{ on: todayIso() }}
      saveLabel={t('batches.void.save', { register: one.register })}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id: one.id, version: one.version });
        onDone();
      }}
    >
      <p className="so-caption so-cert-lead">{t('batches.void.body')}</p>
      <DateField name="on" label={t('batches.void.on')} precision="day" required />
      <TextAreaField name="reason" label={t('batches.void.reason')} required max={300} autoFocus />
    </RecordForm>
  );
}

type ReissueValues = Pick<InputOf<'certificates.reissue'>, 'on' | 'reason' | 'number'>;

function ReissueForm({ story, onDone }: { story: Story; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('certificates.reissue', {
    failure: 'inline',
    done: (data) => t('batches.reissue.done', { register: data.register }),
  });
  return (
    <RecordForm<ReissueValues>
      draftKey={null}
      initial={{ on: todayIso(), number: story.reissue }}
      saveLabel={t('batches.reissue.save')}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, recipientId: story.recipientId });
        onDone();
      }}
    >
      <p className="so-caption so-cert-lead">{t('batches.reissue.body')}</p>
      <DateField name="on" label={t('batches.reissue.on')} precision="day" required />
      <TextAreaField name="reason" label={t('batches.reissue.reason')} required max={300} autoFocus />
      <RadioField
        name="number"
        label={t('batches.reissue.number')}
        options={REISSUE_NUMBERS.map((value) => ({ value, label: t(`batches.reissue.${value}`) }))}
      />
    </RecordForm>
  );
}
