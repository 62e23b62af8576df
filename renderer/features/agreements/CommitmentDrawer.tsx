/** One commitment: what it asks, every result recorded for it with its evidence, and editing. */
import { Paperclip, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { COUNT_FLAGS } from '../../../shared/domain/eventFigures';
import { useCommandOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  DateField,
  Drawer,
  Facts,
  FieldRow,
  Icon,
  IconButton,
  MoneyField,
  RecordForm,
  ScoreField,
  SelectField,
  Tag,
  TextAreaField,
  todayIso,
  useFormat,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { CommitmentForm } from './CommitmentForm';
import { type Commitment, type Progress, type Sheet, StandingTag, useAgreementWords } from './words';

type Mode = 'look' | 'edit' | 'add' | { progress: number };

export function CommitmentDrawer({
  sheet,
  commitment,
  onClose,
}: {
  sheet: Sheet;
  commitment: Commitment | null;
  onClose(): void;
}) {
  const t = useText();
  const [mode, setMode] = useState<Mode>('look');
  const id = commitment?.id;
  useEffect(() => {
    if (id !== undefined) setMode('look');
  }, [id]);
  const look = () => setMode('look');
  const progress = typeof mode === 'object' ? commitment?.progress.find((p) => p.id === mode.progress) : null;
  const title =
    mode === 'edit'
      ? t('agreements.commitment.edit')
      : mode === 'add'
        ? t('agreements.progress.add')
        : progress
          ? t('agreements.progress.edit')
          : t('agreements.field.commitment');
  return (
    <Drawer open={commitment !== null} onClose={onClose} title={title} width={560}>
      {commitment && mode === 'edit' && (
        <CommitmentForm
          sheet={sheet}
          contentId={commitment.contentId}
          commitment={commitment}
          onDone={look}
        />
      )}
      {commitment && (mode === 'add' || progress) && (
        <div className="so-stack">
          <p className="so-strong">{commitment.name}</p>
          <ProgressForm
            key={progress?.id ?? 'new'}
            commitment={commitment}
            progress={progress ?? null}
            onDone={look}
          />
          {progress ? (
            <EvidenceBox
              entity="agreement_progress"
              entityId={progress.id}
              title={t('agreements.progress.evidence')}
            />
          ) : (
            <p className="so-caption">{t('agreements.progress.evidenceLater')}</p>
          )}
        </div>
      )}
      {commitment && mode !== 'edit' && mode !== 'add' && !progress && (
        <Overview commitment={commitment} onMode={setMode} onClose={onClose} />
      )}
    </Drawer>
  );
}

function Overview({
  commitment,
  onMode,
  onClose,
}: {
  commitment: Commitment;
  onMode(mode: Mode): void;
  onClose(): void;
}) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const trash = useCommandOp('agreements.trashCommitments', {
    done: () => t('agreements.commitment.trashed'),
  });
  return (
    <div className="so-stack">
      <p className="so-strong">{commitment.name}</p>
      <Facts
        items={[
          { label: t('agreements.col.state'), value: <StandingTag standing={commitment.standing} /> },
          { label: t('agreements.field.target'), value: words.target(commitment) },
          { label: t('agreements.field.dueOn'), value: words.due(commitment) },
          {
            label: t('agreements.col.owner'),
            value: [commitment.party, commitment.person].filter(Boolean).join(' · '),
          },
          {
            label: t('agreements.field.dropReason'),
            value:
              commitment.dropReason &&
              `${format.date(commitment.droppedOn ?? null)}: ${commitment.dropReason}`,
          },
          { label: t('agreements.field.note'), value: commitment.note },
        ].filter(({ value }) => value)}
      />
      <span className="so-row">
        <ActionButton
          primary
          action={{
            key: 'add',
            label: t('agreements.progress.add'),
            icon: Plus,
            onClick: () => onMode('add'),
          }}
        />
        <ActionButton
          action={{
            key: 'edit',
            label: t('agreements.commitment.edit'),
            icon: PencilLine,
            onClick: () => onMode('edit'),
          }}
        />
        <IconButton
          icon={Trash2}
          label={t('agreements.toTrash')}
          onClick={() => {
            trash.fire({ ids: [commitment.id] });
            onClose();
          }}
        />
      </span>
      <section aria-label={t('agreements.progress.title')}>
        <h3>{t('agreements.progress.title')}</h3>
        {commitment.progress.length === 0 && <p className="so-muted">{t('agreements.progress.none')}</p>}
        <ul className="so-agreements-progress">
          {commitment.progress.map((one) => (
            <ProgressLine
              key={one.id}
              commitment={commitment}
              one={one}
              onEdit={() => onMode({ progress: one.id })}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function ProgressLine({
  commitment,
  one,
  onEdit,
}: {
  commitment: Commitment;
  one: Progress;
  onEdit(): void;
}) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const trash = useCommandOp('agreements.trashProgress', { done: () => t('agreements.progress.trashed') });
  return (
    <li>
      <span className="so-row">
        <span className="so-muted">{format.date(one.onDate)}</span>
        <span className="so-strong">
          {words.amount(one.figure ?? null, one.flag ?? 'exact', commitment) ?? ''}
        </span>
        {one.done && <Tag tone="ok">{t('agreements.standing.done')}</Tag>}
        {one.files > 0 && (
          <span className="so-muted">
            <Icon of={Paperclip} /> {t('agreements.progress.files', { count: one.files })}
          </span>
        )}
        <span className="so-push so-row">
          <IconButton icon={PencilLine} size="small" label={t('agreements.progress.edit')} onClick={onEdit} />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('agreements.toTrash')}
            onClick={() => trash.fire({ ids: [one.id] })}
          />
        </span>
      </span>
      {one.result && <p>{one.result}</p>}
    </li>
  );
}

type Values = Omit<InputOf<'agreements.saveProgress'>, 'id' | 'version' | 'commitmentId'>;

function ProgressForm({
  commitment,
  progress,
  onDone,
}: {
  commitment: Commitment;
  progress: Progress | null;
  onDone(): void;
}) {
  const t = useText();
  const save = useCommandOp('agreements.saveProgress', {
    failure: 'inline',
    done: () => t('agreements.progress.saved'),
  });
  const { measure, unit } = commitment;
  return (
    <RecordForm<Values>
      draftKey={`agreement-progress:${progress?.id ?? `new-${commitment.id}`}`}
      initial={
        progress
          ? {
              onDate: progress.onDate,
              figure: progress.figure,
              flag: progress.flag,
              result: progress.result,
              done: progress.done,
            }
          : { onDate: todayIso(), flag: 'exact', done: false }
      }
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({
          ...values,
          figure: values.figure ?? null,
          commitmentId: commitment.id,
          id: progress?.id ?? null,
          version: progress?.version ?? null,
        });
        onDone();
      }}
    >
      <DateField name="onDate" label={t('agreements.field.onDate')} precision="day" required />
      {measure !== 'text' && (
        <FieldRow>
          {measure === 'money' ? (
            <MoneyField name="figure" label={t('agreements.field.figure')} autoFocus />
          ) : (
            <ScoreField
              name="figure"
              label={t('agreements.field.figure')}
              autoFocus
              {...(unit ? { unit } : {})}
            />
          )}
          <SelectField
            name="flag"
            label={t('agreements.field.flag')}
            options={COUNT_FLAGS.map((value) => ({ value, label: t(`agreements.flag.${value}`) }))}
          />
        </FieldRow>
      )}
      <TextAreaField
        name="result"
        label={t('agreements.field.result')}
        optional={measure !== 'text'}
        autoFocus={measure === 'text'}
        max={2000}
      />
      <CheckField
        name="done"
        label={t(commitment.yearly ? 'agreements.field.doneYearly' : 'agreements.field.done')}
      />
    </RecordForm>
  );
}
