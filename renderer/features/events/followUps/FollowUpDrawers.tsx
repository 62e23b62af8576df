/** Recording what was asked, putting it right, and what has become of it. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  Drawer,
  ErrorState,
  FormSection,
  LoadingBars,
  RecordForm,
  todayIso,
} from '../../../ui';
import { EvidenceBox } from '../../files/EvidenceBox';
import type { FollowUp } from './FollowUpTable';
import {
  type Asked,
  AskedFields,
  OwnerFields,
  type OwnerKind,
  type Report,
  ReportFields,
} from './followUpFields';

export function CreateDrawer({
  open,
  eventId,
  saidOn,
  onClose,
}: {
  open: boolean;
  eventId: number | null;
  /** Day of the event. */
  saidOn?: string;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('followUps.addTitle')}>
      {open && <CreateForm eventId={eventId} saidOn={saidOn ?? todayIso()} onClose={onClose} />}
    </Drawer>
  );
}

function CreateForm({
  eventId,
  saidOn,
  onClose,
}: {
  eventId: number | null;
  saidOn: string;
  onClose(): void;
}) {
  const t = useText();
  const [kind, setKind] = useState<OwnerKind>('units');
  const create = useCommandOp('events.createFollowUps', {
    failure: 'inline',
    done: (data) => t('followUps.created', { count: data.ids.length }),
  });
  const save = async (values: Asked) => {
    const { text, saidBy, saidTitle, dueOn } = values;
    const owners =
      values.kind === 'units'
        ? (values.unitIds ?? []).map((unitId) => ({ unitId }))
        : [values.kind === 'member' ? { memberId: values.memberId } : { name: values.ownerName }];
    await create.run({ eventId, text, saidBy, saidTitle, saidOn: values.saidOn, dueOn, owners });
    onClose();
  };
  return (
    <RecordForm<Asked>
      draftKey={null}
      initial={{ kind, saidOn }}
      onSubmit={save}
      onCancel={onClose}
      onValues={(values) => values.kind && setKind(values.kind)}
      enterSaves={false}
    >
      {(form) => (
        <>
          <AskedFields autoFocus />
          <OwnerFields kind={kind} onAll={(ids) => form.setFieldValue('unitIds', ids)} />
        </>
      )}
    </RecordForm>
  );
}

/** One follow-up: its state and result, everything else about it, its evidence. */
export function FollowUpDrawer({ id, onClose }: { id: number | null; onClose(): void }) {
  const t = useText();
  const query = useQueryOp('events.followUps', { id, limit: 1 }, { enabled: id !== null });
  const followUp = id === null ? undefined : query.data?.rows[0];
  const trash = useCommandOp('events.trashFollowUps', {
    done: (data) => t('followUps.trashed', { count: data.count }),
  });
  const toTrash = (one: FollowUp) => {
    trash.fire({ ids: [one.id] });
    onClose();
  };
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      title={t('followUps.one')}
      facts={followUp?.owner ?? ''}
      width={440}
      footer={
        followUp && (
          <ActionButton
            action={{
              key: 'trash',
              label: t('followUps.toTrash'),
              icon: Trash2,
              danger: true,
              onClick: () => toTrash(followUp),
            }}
          />
        )
      }
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={4} />}
      {query.data && !followUp && <p className="so-caption">{t('followUps.gone')}</p>}
      {followUp && (
        <div className="so-stack">
          {followUp.inBatch > 1 && <NotReported followUp={followUp} />}
          <EditForm key={`${followUp.id}.${followUp.version}`} followUp={followUp} onClose={onClose} />
          <EvidenceBox entity="follow_up" entityId={followUp.id} />
        </div>
      )}
    </Drawer>
  );
}

const kindOf = (followUp: FollowUp): OwnerKind =>
  followUp.ownerMemberId !== null ? 'member' : followUp.ownerUnitId !== null ? 'units' : 'name';

function ownerOf(values: Asked) {
  if (values.kind === 'member') return { memberId: values.memberId };
  return values.kind === 'units' ? { unitId: values.unitId } : { name: values.ownerName };
}

function EditForm({ followUp, onClose }: { followUp: FollowUp; onClose(): void }) {
  const t = useText();
  const began = kindOf(followUp);
  const [kind, setKind] = useState<OwnerKind>(began);
  const update = useCommandOp('events.updateFollowUp', {
    failure: 'inline',
    done: () => t('followUps.saved'),
  });
  const { id, version, eventId, text, saidBy, saidTitle, saidOn, dueOn, state, result, doneOn } = followUp;
  const save = async (values: Asked & Report) => {
    const { kind: _, memberId: __, unitId: ___, unitIds: ____, ownerName: _____, ...fields } = values;
    await update.run({ ...fields, id, version, eventId, owner: ownerOf(values) });
    onClose();
  };
  return (
    <RecordForm<Asked & Report>
      draftKey={null}
      initial={{
        ...{ state, result, doneOn, text, saidBy, saidTitle, saidOn, dueOn, kind: began },
        memberId: followUp.ownerMemberId,
        unitId: followUp.ownerUnitId,
        ownerName: began === 'name' ? followUp.owner : null,
      }}
      onSubmit={save}
      onCancel={onClose}
      onValues={(values) => values.kind && setKind(values.kind)}
      enterSaves={false}
    >
      <p className="so-events-asked">{text}</p>
      <ReportFields />
      <FormSection title={t('followUps.askedTitle')}>
        {eventId !== null && followUp.eventName && (
          <p className="so-caption">
            {t('followUps.event')}: <Link to={`/events/${eventId}?tab=followUps`}>{followUp.eventName}</Link>
          </p>
        )}
        <AskedFields />
        <OwnerFields kind={kind} shown={began === 'member' ? followUp.owner : null} />
      </FormSection>
    </RecordForm>
  );
}

/** Units of the same direction that have not reported yet. */
function NotReported({ followUp }: { followUp: FollowUp }) {
  const t = useText();
  const { batch } = followUp;
  const rows = useQueryOp('events.followUps', { batch, show: 'waiting', limit: 500 }).data?.rows;
  if (!rows) return null;
  return (
    <div className="so-events-waiting">
      <strong>
        {rows.length === 0 ? t('followUps.allReported') : t('followUps.notReported', { count: rows.length })}
      </strong>
      {rows.length > 0 && <p>{rows.map((row) => row.owner).join(', ')}</p>}
      <Link to={`/events/follow-ups?show=all&batch=${batch}`}>{t('followUps.batchOpen')}</Link>
    </div>
  );
}
