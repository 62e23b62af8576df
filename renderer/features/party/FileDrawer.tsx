/** One file: covered until opened; then its steps, what comes next, and whether the member's record agrees. */
import { Check, Eye, FileInput, PencilLine, Play, Plus, Square, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { PARTY_STAGES, type PartyStage } from '../../../shared/domain/party';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  Drawer,
  IconButton,
  LoadingBars,
  MoreMenu,
  Note,
  useFormat,
} from '../../ui';
import { StepForm, StopForm } from './FileForms';
import { State } from './State';
import type { Opened } from './useOpened';
import { fileNo, type MaskedFile, type OpenedFile, useStageName } from './words';

interface Props {
  id: number | null;
  opened: Opened;
  onClose(): void;
}

export function FileDrawer({ id, opened, onClose }: Props) {
  const t = useText();
  const row = useQueryOp('party.list', { limit: 500 }, { enabled: id !== null }).data?.rows.find(
    (one) => one.id === id,
  );
  const file = row && opened.get(row);
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      width={460}
      facts={row && t('party.fileNo', { number: fileNo(row.number) })}
      title={file ? <span lang="vi">{file.fullName}</span> : '••••••'}
    >
      {!row ? (
        <LoadingBars rows={4} />
      ) : file ? (
        <Whole key={row.id} row={row} file={file} opened={opened} onClose={onClose} />
      ) : (
        <CoveredFile row={row} onOpen={() => void opened.open([row.id])} />
      )}
    </Drawer>
  );
}

function CoveredFile({ row, onOpen }: { row: MaskedFile; onOpen(): void }) {
  const t = useText();
  const nameOf = useStageName();
  return (
    <div className="so-stack">
      <div>
        <State row={row} />
      </div>
      <p>
        {nameOf(row.stage)}, {row.since}
      </p>
      <p className="so-caption">{t('party.revealNote')}</p>
      <div>
        <ActionButton
          action={{ key: 'open', label: t('party.reveal'), icon: Eye, onClick: onOpen }}
          primary
        />
      </div>
    </div>
  );
}

type Editing = { stage: PartyStage | null } | 'stop' | null;

function useFileActions(row: MaskedFile, opened: Opened, onClose: () => void, edit: (what: Editing) => void) {
  const t = useText();
  const number = fileNo(row.number);
  const trash = useCommandOp('party.trash', { done: () => t('party.trashed', { number }) });
  const resume = useCommandOp('party.stop', { done: () => t('party.stop.resumed', { number }) });
  const goOn = async () => {
    const { file } = await resume.run({ id: row.id, version: row.version, stopped: null });
    opened.keep(file);
  };
  const more: Action[] = [
    { key: 'other', label: t('party.step.other'), icon: Plus, onClick: () => edit({ stage: null }) },
    ...(row.state === 'open'
      ? [{ key: 'stop', label: t('party.stop.action'), icon: Square, onClick: () => edit('stop') }]
      : []),
    ...(row.state === 'stopped'
      ? [
          {
            key: 'resume',
            label: t('party.stop.resume'),
            icon: Play,
            onClick: () => void goOn().catch(() => undefined),
          },
        ]
      : []),
    {
      key: 'trash',
      label: t('party.toTrash'),
      icon: Trash2,
      danger: true,
      onClick: () => {
        trash.fire({ ids: [row.id] });
        onClose();
      },
    },
  ];
  return more;
}

interface WholeProps {
  row: MaskedFile;
  file: OpenedFile;
  opened: Opened;
  onClose(): void;
}

function Whole({ row, file, opened, onClose }: WholeProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = useStageName();
  const [editing, setEditing] = useState<Editing>(null);
  const more = useFileActions(row, opened, onClose, setEditing);
  const done = (changed: OpenedFile | null) => {
    if (changed) opened.keep(changed);
    setEditing(null);
  };
  if (editing === 'stop') return <StopForm file={file} number={row.number} onDone={done} />;
  if (editing) return <StepForm file={file} stage={editing.stage} onDone={done} />;
  const next = row.next;
  return (
    <div className="so-stack">
      <div className="so-row so-wrap">
        <State row={row} />
        <span className="so-caption" lang="vi">
          {[file.birthDate?.slice(0, 4), file.department].filter(Boolean).join(' · ')}
        </span>
      </div>
      {file.stopReason && (
        <Note
          tone="warn"
          icon={Square}
          title={`${t('party.field.stoppedOn')}: ${format.date(file.stoppedOn)}`}
        >
          <span lang="vi">{file.stopReason}</span>
        </Note>
      )}
      {row.unwritten && <WriteMember file={file} />}
      <h3>{t('party.step.title')}</h3>
      <Steps file={file} opened={opened} onEdit={(stage) => setEditing({ stage })} />
      <div className="so-row so-wrap">
        {next && (
          <ActionButton
            primary
            action={{
              key: 'next',
              label: t('party.step.record', { stage: nameOf(next) }),
              icon: Check,
              onClick: () => setEditing({ stage: next }),
            }}
          />
        )}
        <MoreMenu actions={more} />
      </div>
      <Link to={`/members/${file.memberId}`}>{t('party.openMember')}</Link>
    </div>
  );
}

function WriteMember({ file }: { file: OpenedFile }) {
  const t = useText();
  const format = useFormat();
  const write = useCommandOp('party.writeMember', { done: () => t('party.write.done') });
  const date = format.date(file.steps.find((step) => step.stage === 'admitted')?.onDate ?? null) ?? '';
  return (
    <Note tone="warn" icon={FileInput} title={t('party.write.title')}>
      <div className="so-stack">
        <span>{t('party.write.body', { date })}</span>
        <div>
          <ActionButton
            action={{
              key: 'write',
              label: t('party.write.action', { date }),
              icon: FileInput,
              running: write.running,
              onClick: () => write.fire({ id: file.id }),
            }}
          />
        </div>
      </div>
    </Note>
  );
}

function Steps({
  file,
  opened,
  onEdit,
}: {
  file: OpenedFile;
  opened: Opened;
  onEdit(stage: PartyStage): void;
}) {
  const t = useText();
  const format = useFormat();
  const nameOf = useStageName();
  const drop = useCommandOp('party.setStep', {
    done: (_, input) => t('party.step.removed', { stage: nameOf(input.stage) }),
  });
  const remove = (stage: PartyStage) =>
    void drop.run({ id: file.id, version: file.version, stage, step: null }).then(
      (data) => opened.keep(data.file),
      () => undefined,
    );
  const shown = PARTY_STAGES.flatMap((stage) => file.steps.filter((step) => step.stage === stage));
  return (
    <ol className="so-party-steps">
      {shown.map((step) => (
        <li key={step.stage}>
          <div className="so-party-steps__words">
            <div className="so-strong">{nameOf(step.stage)}</div>
            <div className="so-caption">
              {format.date(step.onDate)}
              {step.decisionNo && <span lang="vi"> · {step.decisionNo}</span>}
            </div>
            {step.eventId !== null && (
              <Link to={`/events/${step.eventId}`} lang="vi">
                {step.event}
              </Link>
            )}
            {step.note && <p lang="vi">{step.note}</p>}
          </div>
          <IconButton
            icon={PencilLine}
            size="small"
            label={`${t('party.step.edit')}: ${nameOf(step.stage)}`}
            onClick={() => onEdit(step.stage)}
          />
          {shown.length > 1 && (
            <IconButton
              icon={X}
              size="small"
              label={`${t('party.step.remove')}: ${nameOf(step.stage)}`}
              onClick={() => remove(step.stage)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
