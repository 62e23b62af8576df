/** One Word template: what it prints, its editions, and the fields it may use. */
import { Select } from 'antd';
import { ArrowLeft, CircleCheck, FileDown, FileUp, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { EVENT_TEMPLATES } from '../../../../shared/domain/wordTemplates';
import {
  announceFailure,
  pickFile,
  saveFile,
  useCommandOp,
  useJobOp,
  useQueryOp,
  useText,
} from '../../../client';
import { ActionButton, Icon, LoadingBars, localParts, Note, useFormat } from '../../../ui';
import { Pane } from '../../settings/Pane';
import { FieldTable } from './FieldTable';
import { inUseText, nameOf, type Template } from './TemplatesPane';
import { WordPreview } from './WordPreview';

type Preview = OutputOf<'wordTemplates.preview'>;
interface Picked {
  token: string;
  name: string;
}

export function TemplateDetail({ template, onBack }: { template: Template; onBack(): void }) {
  const t = useText();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [eventId, setEventId] = useState<number | null>(null);
  const { preview, fresh } = usePreview(template, picked, eventId);
  const name = nameOf(template, t);
  const copy = useJobOp('wordTemplates.saveCopy', { done: null });
  const save = (edition: number | null) =>
    void copy.run({ key: template.key, edition }).then(saveFile, () => undefined);
  const pick = async () => {
    try {
      const file = await pickFile(['docx']);
      if (file) setPicked(file);
    } catch (error) {
      announceFailure(error);
    }
  };
  return (
    <Pane
      title={name}
      side={
        <>
          <Editions template={template} onSave={save} />
          <hr className="so-rule" />
          <FieldTable template={template} used={preview?.used ?? null} />
        </>
      }
    >
      <div>
        <button type="button" className="so-linklike so-templates__back" onClick={onBack}>
          <Icon of={ArrowLeft} size={14} /> {t('wordTemplates.back')}
        </button>
        <h2>{name}</h2>
        <p className="so-caption">{inUseText(template, t)}</p>
      </div>
      <div className="so-row so-wrap">
        <ActionButton
          action={{
            key: 'copy',
            label: t('wordTemplates.saveCopy'),
            icon: FileDown,
            running: copy.running,
            onClick: () => save(template.edition),
          }}
        />
        <ActionButton
          action={{
            key: 'bring',
            label: t('wordTemplates.bring'),
            icon: FileUp,
            onClick: () => void pick(),
          }}
        />
      </div>
      {picked && fresh && preview && (
        <Candidate template={template} picked={picked} preview={preview} onDone={() => setPicked(null)} />
      )}
      <FillWith template={template} value={eventId} onChange={setEventId} />
      {preview ? <WordPreview blocks={preview.blocks} /> : <LoadingBars kind="lines" />}
    </Pane>
  );
}

/** The template as it prints; `fresh` once the answer is about what is chosen now. */
function usePreview(template: Template, picked: Picked | null, eventId: number | null) {
  const { key, edition } = template;
  const wanted = `${picked?.token ?? ''}·${eventId}·${edition}`;
  const [answer, setAnswer] = useState<{ of: string; preview: Preview } | null>(null);
  const job = useJobOp('wordTemplates.preview', { done: null });
  const { run } = job;
  useEffect(() => {
    let live = true;
    run({ key, edition, token: picked?.token ?? null, eventId }).then(
      (preview) => live && setAnswer({ of: wanted, preview }),
      () => live && setAnswer(null),
    );
    return () => {
      live = false;
    };
  }, [run, key, edition, picked, eventId, wanted]);
  return { preview: answer?.preview ?? null, fresh: answer?.of === wanted };
}

/** A file that was brought back: used if nothing in it is to be put right, else told what is. */
function Candidate({
  template,
  picked,
  preview,
  onDone,
}: {
  template: Template;
  picked: Picked;
  preview: Preview;
  onDone(): void;
}) {
  const t = useText();
  const use = useJobOp('wordTemplates.replace', {
    done: (data) => t('wordTemplates.used', { name: nameOf(template, t), edition: data.edition }),
  });
  const fine = preview.problems.length === 0;
  return (
    <Note
      tone={fine ? 'ok' : 'bad'}
      icon={fine ? CircleCheck : TriangleAlert}
      title={picked.name}
      action={
        <div className="so-row">
          {fine && (
            <ActionButton
              primary
              action={{
                key: 'use',
                label: t('wordTemplates.useIt'),
                running: use.running,
                onClick: () =>
                  void use.run({ key: template.key, token: picked.token }).then(onDone, () => undefined),
              }}
            />
          )}
          <ActionButton action={{ key: 'leave', label: t('wordTemplates.cancel'), onClick: onDone }} />
        </div>
      }
    >
      {fine ? t('wordTemplates.fine') : <Problems preview={preview} />}
    </Note>
  );
}

function Problems({ preview }: { preview: Preview }) {
  const t = useText();
  return (
    <>
      <p>{t('wordTemplates.problems', { count: preview.problems.length })}</p>
      <ol className="so-templates__problems">
        {preview.problems.map((problem) => (
          <li key={`${problem.near}${problem.tag}`}>
            {t(`wordTemplates.problem.${problem.code}`, { tag: problem.tag })}{' '}
            {problem.suggestion && (
              <strong>{t('wordTemplates.typeInstead', { suggestion: problem.suggestion })}</strong>
            )}{' '}
            {problem.near && (
              <span className="so-caption">({t('wordTemplates.near', { near: problem.near })})</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which record the preview is filled from. */
function FillWith({
  template,
  value,
  onChange,
}: {
  template: Template;
  value: number | null;
  onChange(id: number | null): void;
}) {
  const t = useText();
  const format = useFormat();
  const ofEvents = (EVENT_TEMPLATES as readonly string[]).includes(template.key);
  const events = useQueryOp('events.list', { limit: 100 }, { enabled: ofEvents }).data?.rows ?? [];
  if (!ofEvents) return null;
  return (
    <div className="so-row">
      <span>{t('wordTemplates.fillWith')}</span>
      <Select
        aria-label={t('wordTemplates.fillWith')}
        className="so-templates__event"
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? 0}
        onChange={(id: number) => onChange(id || null)}
        options={[
          { value: 0, label: t('wordTemplates.samples') },
          ...events.map((event) => ({
            value: event.id,
            label: `${event.name} · ${format.date(event.startsOn)}`,
          })),
        ]}
      />
    </div>
  );
}

/** Editions brought in, and the way back to the built-in template. */
function Editions({ template, onSave }: { template: Template; onSave(edition: number | null): void }) {
  const t = useText();
  const format = useFormat();
  const name = nameOf(template, t);
  const use = useCommandOp('wordTemplates.use', {
    done: ({ edition }) =>
      edition === null
        ? t('wordTemplates.usedBuiltIn', { name })
        : t('wordTemplates.used', { name, edition }),
  });
  const choose = (edition: number | null) =>
    template.edition === edition ? (
      <span className="so-muted">{t('wordTemplates.inUse')}</span>
    ) : (
      <button type="button" className="so-linklike" onClick={() => use.fire({ key: template.key, edition })}>
        {t('wordTemplates.useThis')}
      </button>
    );
  return (
    <section className="so-stack">
      <h3>{t('wordTemplates.editions')}</h3>
      {template.editions.length === 0 && <p className="so-caption">{t('wordTemplates.editionsNone')}</p>}
      <ul className="so-templates__editions">
        {template.editions.map(({ edition, name: file, actor, at }) => (
          <li key={edition}>
            <strong>{t('wordTemplates.edition', { edition, name: file })}</strong>
            <span className="so-caption">
              {format.date(localParts(at).date)} · {actor}
            </span>
            <span className="so-row">
              {choose(edition)}
              <button type="button" className="so-linklike" onClick={() => onSave(edition)}>
                {t('wordTemplates.saveEdition')}
              </button>
            </span>
          </li>
        ))}
        {template.editions.length > 0 && (
          <li>
            <strong>{t('wordTemplates.builtIn')}</strong>
            {choose(null)}
          </li>
        )}
      </ul>
    </section>
  );
}
