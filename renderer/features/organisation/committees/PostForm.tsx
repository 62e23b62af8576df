/** Records who holds a post, or corrects it; the end of a post is asked for where it has one. */
import type { FormInstance } from 'antd';
import { useRef } from 'react';
import type { CommitteeKind, PostRole, PostRow } from '../../../../shared/contract/committees';
import { useCommandOp, useText } from '../../../client';
import { DateField, Drawer, FieldRow, RecordForm, SelectField, TextAreaField, TextField } from '../../../ui';
import { type Person, PersonField } from './PersonField';
import { type BodyKind, rolesOf, roleWord, titleOf } from './words';

/** A committee or a group a post can be on. */
export interface Body {
  /** "committee:3", "group:12". */
  key: string;
  kind: BodyKind;
  name: string;
}
export const committeeBody = (row: { id: number; kind: CommitteeKind; name: string }): Body => ({
  key: `committee:${row.id}`,
  kind: row.kind,
  name: row.name,
});
export const groupBody = (row: { id: number; name: string }): Body => ({
  key: `group:${row.id}`,
  kind: 'group',
  name: row.name,
});

interface Values {
  person: Person | null;
  personNote: string | null;
  body: string;
  role: PostRole;
  title: string;
  fromDate: string;
  how: PostRow['how'];
  decisionNo: string | null;
  decisionDate: string | null;
  endedOn: string | null;
  endReason: string | null;
  endDecisionNo: string | null;
  endDecisionDate: string | null;
  note: string | null;
}

export interface PostFormProps {
  /** Correct this one; null records a new post. */
  post: PostRow | null;
  /** What a new post starts with. */
  start?: Partial<Values>;
  bodies: readonly Body[];
  heading: string;
  onClose(): void;
  onReload(): void;
}

export function PostForm({ post, start = {}, bodies, heading, onClose, onReload }: PostFormProps) {
  const t = useText();
  const nameOf = useRef('');
  const save = useCommandOp('organisation.savePost', {
    failure: 'inline',
    done: (_, input) => t('committees.post.saved', { name: nameOf.current, title: input.title }),
  });
  const kindOf = (key: string | undefined): BodyKind =>
    bodies.find((body) => body.key === key)?.kind ?? bodies[0]?.kind ?? 'executive';
  const initial: Partial<Values> = post ? valuesOf(post) : startOf(start, bodies, kindOf);
  return (
    <Drawer open title={heading} onClose={onClose} width={480}>
      <RecordForm<Values>
        draftKey={`post:${post?.id ?? `new-${start.body ?? ''}`}`}
        initial={initial}
        onCancel={onClose}
        onReload={onReload}
        onSubmit={async ({ person, body, ...values }) => {
          const [kind, id] = body.split(':');
          nameOf.current = person?.name ?? '';
          await save.run({
            ...values,
            id: post?.id ?? null,
            version: post?.version ?? null,
            committeeId: kind === 'committee' ? Number(id) : null,
            orgUnitId: kind === 'group' ? Number(id) : null,
            memberId: person?.memberId ?? null,
            personName: person && person.memberId === null ? person.name : null,
          });
          onClose();
        }}
      >
        {(form) => <PostFields form={form} post={post} bodies={bodies} kindOf={kindOf} />}
      </RecordForm>
    </Drawer>
  );
}

function PostFields({
  form,
  post,
  bodies,
  kindOf,
}: {
  form: FormInstance<Values>;
  post: PostRow | null;
  bodies: readonly Body[];
  kindOf(key: string | undefined): BodyKind;
}) {
  const t = useText();
  const body = (form.getFieldValue('body') as string | undefined) ?? bodies[0]?.key;
  const kind = kindOf(body);
  const put = (values: Partial<Values>) => form.setFieldsValue(values as never);
  return (
    <>
      <PersonField
        name="person"
        label={t('committees.post.person')}
        hint={t('committees.post.personHint')}
        required
        autoFocus={!post}
      />
      {post && post.memberId === null && (
        <TextField name="personNote" label={t('committees.post.personNote')} max={200} />
      )}
      {bodies.length > 1 && (
        <SelectField
          name="body"
          label={t('committees.post.body')}
          required
          options={bodies.map(({ key, name }) => ({ value: key, label: name }))}
          onPicked={(key) => {
            const [role] = rolesOf(kindOf(String(key))).slice(-2);
            put({ role: role ?? 'other', title: titleOf(kindOf(String(key)), role ?? 'other') });
          }}
        />
      )}
      <FieldRow>
        <SelectField<PostRole>
          name="role"
          label={t('committees.post.role')}
          required
          options={rolesOf(kind).map((role) => ({ value: role, label: roleWord(t, kind, role) }))}
          onPicked={(role) => put({ title: titleOf(kind, role as PostRole) })}
        />
        <TextField
          name="title"
          label={t('committees.post.title')}
          required
          max={80}
          hint={t('committees.post.titleHint')}
        />
      </FieldRow>
      <FieldRow>
        <DateField name="fromDate" label={t('committees.post.fromDate')} required />
        <SelectField
          name="how"
          label={t('committees.post.how')}
          required
          options={(['congress', 'byElection', 'appointed', 'exOfficio', 'committee'] as const).map(
            (how) => ({
              value: how,
              label: t(`committees.how.${how}`),
            }),
          )}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="decisionNo" label={t('committees.post.decisionNo')} max={60} />
        <DateField name="decisionDate" label={t('committees.post.decisionDate')} />
      </FieldRow>
      {post?.endedOn != null && <EndFields />}
      <TextAreaField name="note" label={t('committees.post.note')} />
    </>
  );
}

/** From which day a post is no longer held, and why. */
export function EndFields({ required = false }: { required?: boolean }) {
  const t = useText();
  return (
    <>
      <FieldRow>
        <DateField name="endedOn" label={t('committees.post.endedOn')} required={required} />
        <TextField name="endReason" label={t('committees.post.endReason')} max={200} />
      </FieldRow>
      <FieldRow>
        <TextField name="endDecisionNo" label={t('committees.post.endDecisionNo')} max={60} />
        <DateField name="endDecisionDate" label={t('committees.post.endDecisionDate')} />
      </FieldRow>
    </>
  );
}

function startOf(
  start: Partial<Values>,
  bodies: readonly Body[],
  kindOf: (key: string | undefined) => BodyKind,
): Partial<Values> {
  const body = start.body ?? bodies[0]?.key ?? '';
  const kind = kindOf(body);
  const role: PostRole = start.role ?? (kind === 'group' ? 'head' : 'member');
  return {
    how: kind === 'group' ? 'committee' : 'congress',
    ...start,
    body,
    role,
    title: titleOf(kind, role),
  };
}

function valuesOf(post: PostRow): Values {
  return {
    person: { memberId: post.memberId, name: post.name },
    personNote: post.personNote,
    body: post.committeeId === null ? `group:${post.orgUnitId}` : `committee:${post.committeeId}`,
    role: post.role,
    title: post.title,
    fromDate: post.fromDate,
    how: post.how,
    decisionNo: post.decisionNo,
    decisionDate: post.decisionDate,
    endedOn: post.endedOn,
    endReason: post.endReason,
    endDecisionNo: post.endDecisionNo,
    endDecisionDate: post.endDecisionDate,
    note: post.note,
  };
}
