/** People of a group in order of precedence: guests with their titles, the order typed, dragged or moved by keys. */
import { Copy, RefreshCw, UserMinus, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { INVITATIONS, READ_GROUPS } from '../../../../shared/domain/eventPlans';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Candidate,
  chordOf,
  Drawer,
  FieldRow,
  findMembers,
  IconButton,
  NamePicker,
  RecordForm,
  SelectField,
  TextField,
} from '../../../ui';
import type { Group } from './GroupsTab';

type Person = OutputOf<'events.groupPeople'>['rows'][number];

export function GroupPeople({
  group,
  addressing,
  onClose,
}: {
  group: Group | null;
  addressing: readonly string[];
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer
      open={group !== null}
      onClose={onClose}
      title={group?.name ?? ''}
      facts={group ? t('eventPlans.people', { count: group.people }) : ''}
      width={560}
    >
      {group && <People key={group.id} group={group} addressing={addressing} />}
    </Drawer>
  );
}

function People({ group, addressing }: { group: Group; addressing: readonly string[] }) {
  const t = useText();
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  /** One new person after another: the form empties itself for the next. */
  const [added, setAdded] = useState(0);
  const [copied, setCopied] = useState(false);
  const rows =
    useQueryOp('events.groupPeople', { id: group.id, limit: 2000 }, { keep: true }).data?.rows ?? [];
  const retake = useCommandOp('events.retakeGroup', {
    done: (data) => t('eventPlans.retaken', { count: data.count }),
  });
  const add = useCommandOp('events.saveAttendee', {
    done: () => t('eventPlans.guestSaved', { name: group.name }),
  });
  const guests = group.kind === 'guests';
  const copy = () => void navigator.clipboard?.writeText(addressing.join('\n')).then(() => setCopied(true));
  return (
    <div className="so-stack">
      <div className="so-row so-wrap">
        {READ_GROUPS.has(group.kind) ? (
          <ActionButton
            size="small"
            action={{
              key: 'retake',
              label: t('eventPlans.retake'),
              icon: RefreshCw,
              onClick: () => retake.fire({ id: group.id }),
            }}
          />
        ) : (
          <ActionButton
            size="small"
            action={{
              key: 'add',
              label: t(guests ? 'eventPlans.addGuest' : 'eventPlans.addPerson'),
              icon: UserRoundPlus,
              onClick: () => setEditing('new'),
            }}
          />
        )}
        {guests && addressing.length > 0 && (
          <ActionButton
            size="small"
            action={{
              key: 'copy',
              label: copied
                ? t('eventPlans.addressingCopied', { count: addressing.length })
                : t('eventPlans.copyAddressing'),
              icon: Copy,
              onClick: copy,
            }}
          />
        )}
      </div>
      {!READ_GROUPS.has(group.kind) && !guests && (
        <MemberAdder onPick={(one) => add.fire({ groupId: group.id, memberId: one.memberId })} />
      )}
      {editing !== null && (
        <PersonForm
          key={editing === 'new' ? `new${added}` : editing.id}
          group={group}
          person={editing === 'new' ? null : editing}
          onSaved={() => (editing === 'new' ? setAdded(added + 1) : setEditing(null))}
          onClose={() => setEditing(null)}
        />
      )}
      {rows.length === 0 ? (
        <NoPeople group={group} />
      ) : (
        <>
          <p className="so-caption">{t('eventPlans.orderHint')}</p>
          <Ordered group={group} rows={rows} onEdit={setEditing} />
        </>
      )}
    </div>
  );
}

/** Where people of the group come from, or how to add them. */
function NoPeople({ group }: { group: Group }) {
  const t = useText();
  if (!READ_GROUPS.has(group.kind) || group.kind === 'departments')
    return <p className="so-caption">{t('eventPlans.peopleEmptyBody')}</p>;
  const heads = group.kind === 'chairs' || group.kind === 'vices';
  return (
    <>
      <p className="so-caption">
        {t(heads ? 'eventPlans.headsEmptyBody' : 'eventPlans.postsEmptyBody', { name: group.name })}
      </p>
      <p>
        <Link to={`/organisation?tab=${heads ? 'groups' : 'terms'}`}>
          {t(heads ? 'eventPlans.openGroups' : 'eventPlans.openTerms')}
        </Link>
      </p>
    </>
  );
}

function MemberAdder({ onPick }: { onPick(candidate: Candidate): void }) {
  const t = useText();
  return (
    <NamePicker
      label={t('eventPlans.pickMember')}
      placeholder={t('eventPlans.pickMember')}
      find={findMembers}
      onPick={onPick}
    />
  );
}

function Ordered({
  group,
  rows,
  onEdit,
}: {
  group: Group;
  rows: readonly Person[];
  onEdit(person: Person): void;
}) {
  const t = useText();
  const [dragged, setDragged] = useState<number | null>(null);
  const order = useCommandOp('events.orderAttendees', { done: () => t('eventPlans.ordered') });
  const off = useCommandOp('events.trashAttendees', {
    done: (data) => t('eventPlans.guestsTrashed', { count: data.count }),
  });
  const move = (id: number, to: number) => {
    const ids = rows.map((row) => row.id).filter((one) => one !== id);
    ids.splice(Math.max(0, Math.min(to - 1, ids.length)), 0, id);
    if (ids.some((one, at) => one !== rows[at]?.id)) order.fire({ groupId: group.id, ids });
  };
  return (
    <ol className="so-events-order">
      {rows.map((row) => (
        <li
          key={row.id}
          draggable
          onDragStart={() => setDragged(row.id)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged !== null && move(dragged, row.order)}
        >
          <input
            key={row.order}
            className="so-events-order__number"
            inputMode="numeric"
            aria-label={t('eventPlans.orderOf', { name: row.name })}
            defaultValue={row.order}
            onBlur={(event) => Number(event.target.value) > 0 && move(row.id, Number(event.target.value))}
            onKeyDown={(event) => {
              const chord = chordOf(event);
              const to =
                chord === 'Alt+ArrowUp'
                  ? row.order - 1
                  : chord === 'Alt+ArrowDown'
                    ? row.order + 1
                    : chord === 'Enter'
                      ? Number(event.currentTarget.value)
                      : 0;
              if (to < 1) return;
              event.preventDefault();
              move(row.id, to);
            }}
          />
          <span className="so-events-task">
            <button type="button" className="so-linklike" onClick={() => onEdit(row)}>
              {[row.honorific, row.name].filter(Boolean).join(' ')}
            </button>
            <span className="so-caption">
              {[
                row.title,
                row.organisation ?? row.department,
                group.kind === 'guests' && t(`eventPlans.invitations.${row.invitation}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <IconButton
            icon={UserMinus}
            size="small"
            label={`${t('eventPlans.toTrash')}: ${row.name}`}
            onClick={() => off.fire({ ids: [row.id] })}
          />
        </li>
      ))}
    </ol>
  );
}

interface Fields {
  name: string | null;
  honorific: string | null;
  title: string | null;
  organisation: string | null;
  invitation: (typeof INVITATIONS)[number];
}

function PersonForm({
  group,
  person,
  onSaved,
  onClose,
}: {
  group: Group;
  person: Person | null;
  onSaved(): void;
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('events.saveAttendee', {
    failure: 'inline',
    done: (_, input) => t('eventPlans.guestSaved', { name: input.name ?? person?.name ?? '' }),
  });
  return (
    <RecordForm<Fields>
      draftKey={null}
      initial={person ?? { invitation: 'invited' }}
      onSubmit={async (values) => {
        const memberId = person?.memberId ?? null;
        const { honorific, title, organisation, invitation } = values;
        await save.run({
          id: person?.id ?? null,
          version: person?.version ?? null,
          groupId: group.id,
          memberId,
          name: memberId === null ? values.name : null,
          honorific,
          title,
          organisation,
          invitation,
          note: person?.note ?? null,
        });
        onSaved();
      }}
      onCancel={onClose}
    >
      <FieldRow columns="110px 1fr">
        <TextField
          name="honorific"
          label={t('eventPlans.honorific')}
          max={30}
          autoFocus={!person?.memberId}
          placeholder={t('eventPlans.honorificHint')}
        />
        <TextField
          name="name"
          label={t('eventPlans.personName')}
          max={120}
          required
          disabled={Boolean(person?.memberId)}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="title" label={t('eventPlans.title')} max={200} />
        <TextField name="organisation" label={t('eventPlans.organisation')} max={200} />
      </FieldRow>
      <SelectField
        name="invitation"
        label={t('eventPlans.invitation')}
        options={INVITATIONS.map((value) => ({ value, label: t(`eventPlans.invitations.${value}`) }))}
      />
    </RecordForm>
  );
}
