/**
 * What the change log knows of each kind of record: its area, how the fields are named and what their values mean.
 * A field that is not listed is named by `audit.fields.ENTITY.FIELD` and read by its type; one without a name there is
 * left out of the sentence.
 */
import type { Area } from '../contract/kernel';
import { AGREEMENT_ENTITIES } from './changeFieldsAgreements';
import { AWARD_ENTITIES } from './changeFieldsAwards';
import { DUES_ENTITIES } from './changeFieldsDues';
import { FIGURE_ENTITIES } from './changeFieldsFigures';
import { INSPECTION_ENTITIES } from './changeFieldsInspection';
import { OPINION_ENTITIES } from './changeFieldsOpinions';
import { PARTY_ENTITIES } from './changeFieldsParty';
import { PLAN_ENTITIES } from './changeFieldsPlans';
import { STORE_ENTITIES } from './changeFieldsStore';
import { USER_ENTITIES } from './changeFieldsUsers';

export const VALUE_KINDS = ['text', 'date', 'number', 'money', 'yes', 'choice', 'event', 'items'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Kinds of change to filter by. */
export const AUDIT_KINDS = [
  'create',
  'update',
  'trash',
  'restore',
  'import',
  'close',
  'reopen',
  'print',
  'issue',
  'reveal',
  'export',
  'merge',
  'unmerge',
  'move',
  'anonymise',
] as const;

/** Records a value may name. */
export type Reference =
  | 'member'
  | 'org_unit'
  | 'committee'
  | 'term'
  | 'award_form'
  | 'award_rule'
  | 'movement'
  | 'child'
  | 'fund'
  | 'fund_category'
  | 'document'
  | 'agreement'
  | 'agreement_content'
  | 'agreement_commitment'
  | 'agreement_scale'
  | 'document_type'
  | 'event'
  | 'follow_up'
  | 'opinion_topic'
  | 'opinion_kind'
  | 'dialogue'
  | 'labour_agreement'
  | 'labour_class'
  | 'regulation'
  | 'care_reason'
  | 'care_kind';

export interface FieldMeaning {
  kind?: ValueKind;
  /** Locale prefix of a choice: `members.gender` + `.male`. */
  choice?: string;
  refers?: Reference;
  /** Locale key of the name when it is not the usual one. */
  label?: string;
}

export interface EntityMeaning {
  area: Area;
  /** Locale prefix of field names; `audit.fields.ENTITY` unless told. */
  words?: string;
  fields?: Readonly<Record<string, FieldMeaning>>;
  /** Address of a record's page, with its id for `:id`. */
  path?: string;
}

const member = (label?: string): FieldMeaning => (label ? { refers: 'member', label } : { refers: 'member' });
const unit: FieldMeaning = { refers: 'org_unit' };
const money: FieldMeaning = { kind: 'money' };
const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });

export const ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  member: {
    area: 'members',
    words: 'members.field',
    path: '/members/:id',
    fields: {
      departmentId: unit,
      groupId: unit,
      gender: choice('members.gender'),
      status: choice('members.status'),
      cardStatus: choice('memberPrivacy.cardStatus'),
      hardship: choice('memberPrivacy.hardship'),
      duesBase: money,
      statusDate: { kind: 'date', label: 'audit.fields.member.statusDate' },
      reason: { label: 'audit.fields.member.reason' },
    },
  },
  event: {
    area: 'events',
    path: '/events/:id',
    fields: {
      kind: { kind: 'event' },
      mode: choice('events.mode'),
      organiserLevel: choice('events.level'),
      audience: choice('events.audience'),
      startsAt: { kind: 'text' },
      endsAt: { kind: 'text' },
    },
  },
  ...AGREEMENT_ENTITIES,
  document: {
    area: 'documents',
    words: 'documents.field',
    path: '/documents/:id',
    fields: {
      typeId: { refers: 'document_type' },
      memberId: member('documents.field.person'),
      answeredById: { refers: 'document' },
    },
  },
  ...PARTY_ENTITIES,
  document_type: { area: 'documents', words: 'documents.field', path: '/documents?tab=rules' },
  document_rule: { area: 'documents', words: 'documents.field', path: '/documents?tab=rules' },
  event_session: {
    area: 'events',
    words: 'eventPlans.field',
    fields: { startsAt: { kind: 'text' }, endsAt: { kind: 'text' } },
  },
  event_group: {
    area: 'events',
    words: 'eventPlans.field',
    fields: { kind: choice('eventPlans.groupKind'), quorum: choice('eventPlans.quorums') },
  },
  event_attendee: {
    area: 'events',
    words: 'eventPlans.field',
    fields: { memberId: member(), invitation: choice('eventPlans.invitations') },
  },
  event_series: {
    area: 'events',
    words: 'eventPlans.field',
    path: '/events/series',
    fields: { numbering: choice('eventPlans.numberings') },
  },
  event_template: { area: 'events', words: 'eventPlans.field', path: '/events/templates' },
  follow_up: {
    area: 'events',
    words: 'followUps.field',
    path: '/events/follow-ups',
    fields: {
      ownerMemberId: member(),
      ownerUnitId: unit,
      state: choice('followUps.states'),
    },
  },
  training: {
    area: 'events',
    words: 'training.field',
    path: '/events/:id?tab=training',
    fields: { type: choice('training.types'), hourUnit: choice('training.hourUnits') },
  },
  training_certificate: { area: 'events', words: 'training.field', fields: { memberId: member() } },
  contest: { area: 'events', words: 'contests.field', path: '/events/:id?tab=contest' },
  contest_entry: {
    area: 'events',
    words: 'contests.field',
    fields: { kind: choice('contests.kinds'), departmentId: unit },
  },
  occasion: {
    area: 'events',
    words: 'calendar.occasion',
    path: '/calendar/occasions',
    fields: { calendar: choice('calendar.calendars'), eventKind: { kind: 'event' } },
  },
  occasion_reminder: { area: 'events', path: '/calendar/occasions' },
  occasion_hidden: { area: 'events', path: '/calendar/occasions' },
  ...AWARD_ENTITIES,
  org_unit: {
    area: 'organisation',
    fields: { departmentId: unit, parentId: unit, kind: choice('audit.choices.orgKind') },
  },
  unit: { area: 'organisation' },
  unit_profile: {
    area: 'organisation',
    words: 'organisation.field',
    path: '/organisation',
    fields: { upperLevel: choice('organisation.level') },
  },
  term: {
    area: 'organisation',
    words: 'organisation.field',
    path: '/organisation?tab=terms&view=terms',
    fields: { name: { label: 'organisation.field.termName' } },
  },
  committee: {
    area: 'organisation',
    words: 'committees.committee',
    path: '/organisation?tab=terms',
    fields: { termId: { refers: 'term', label: 'committees.term' }, kind: choice('committees.kinds') },
  },
  union_post: {
    area: 'organisation',
    words: 'committees.post',
    path: '/organisation?tab=terms',
    fields: {
      committeeId: { refers: 'committee', label: 'committees.post.body' },
      orgUnitId: { refers: 'org_unit', label: 'committees.post.body' },
      memberId: member('committees.post.person'),
      personName: { label: 'committees.post.person' },
      role: choice('committees.roles.executive'),
      how: choice('committees.how'),
    },
  },
  org_change: { area: 'organisation', path: '/organisation' },
  handover: { area: 'organisation', path: '/organisation' },
  org_unit_class: { area: 'organisation', fields: { orgUnitId: unit } },
  import: { area: 'members' },
  import_mapping: { area: 'members' },
  member_absence: { area: 'members', fields: { memberId: member() } },
  member_discipline: { area: 'members', fields: { memberId: member() } },
  member_fact: { area: 'members', fields: { memberId: member() } },
  member_photo: { area: 'members', fields: { memberId: member() } },
  member_request: { area: 'members', fields: { memberId: member() } },
  member_consent: {
    area: 'members',
    fields: { memberId: member(), purpose: choice('memberConsent.purpose') },
  },
  data_purpose: { area: 'members', fields: { purpose: choice('memberConsent.purpose') } },
  member_view: { area: 'members' },
  member_list: { area: 'members' },
  bulk_change: { area: 'members' },
  member_merge: { area: 'members' },
  member_distinct: { area: 'members', fields: { memberId: member() } },
  extra_field: { area: 'members' },
  sensitive_use: { area: 'members', fields: { group: choice('memberPrivacy.groups') } },
  retention: { area: 'members' },
  ...STORE_ENTITIES,
  ...USER_ENTITIES,
  marriage: { area: 'members', fields: { memberId: member(), spouseId: member(), partnerId: member() } },
  child: { area: 'members', fields: { memberId: member(), motherId: member(), fatherId: member() } },
  school_result: { area: 'members', fields: { childId: { refers: 'child' } } },
  certificate_layout: { area: 'certificates', fields: { kind: choice('awards.kinds') } },
  certificate_image: { area: 'certificates' },
  certificate_printer: { area: 'certificates' },
  certificate_design: { area: 'certificates' },
  certificate_blank: { area: 'certificates', path: '/certificates?tab=blanks' },
  certificate_words: { area: 'certificates' },
  proof_key: { area: 'certificates' },
  certificate_setting: { area: 'certificates' },
  report: {
    area: 'reports',
    words: 'reports.field',
    path: '/reports/:id',
    fields: { kind: choice('reports.kind') },
  },
  report_part: { area: 'reports', words: 'reports.field' },
  report_style: {
    area: 'reports',
    words: 'reports.field',
    path: '/reports?tab=style',
    fields: { heading: choice('reports.style.heading') },
  },
  review: { area: 'review', path: '/review/:id' },
  rating: { area: 'review', path: '/review/ratings/:id' },
  review_item: { area: 'review', path: '/review/:id' },
  review_evidence: { area: 'review' },
  word_template: { area: 'files', path: '/settings/templates' },
  attachment: { area: 'files', fields: { kind: choice('files.kinds') } },
  fund: {
    area: 'funds',
    words: 'funds.field',
    path: '/funds',
    fields: { openingCash: money, openingBank: money },
  },
  fund_category: { area: 'funds', words: 'funds.field', fields: { direction: choice('funds.direction') } },
  fund_voucher: {
    area: 'funds',
    words: 'funds.field',
    path: '/funds/vouchers/:id',
    fields: {
      amount: money,
      kind: choice('funds.kind'),
      holding: choice('funds.holding'),
      memberId: member('funds.field.memberId'),
      fundId: { refers: 'fund' },
      categoryId: { refers: 'fund_category' },
    },
  },
  ...DUES_ENTITIES,
  ...FIGURE_ENTITIES,
  ...OPINION_ENTITIES,
  ...INSPECTION_ENTITIES,
  ...PLAN_ENTITIES,
  fund_closing: { area: 'funds', words: 'funds.field', fields: { cash: money, bank: money } },
  fund_budget: { area: 'funds', words: 'funds.field', fields: { year: { kind: 'text' } } },
  welfare_campaign: {
    area: 'welfare',
    words: 'welfare.field',
    path: '/welfare/:id',
    fields: {
      budget: money,
      state: choice('welfare.state'),
      kind: choice('welfare.kind'),
      orientation: choice('welfare.orientation'),
      year: { kind: 'text' },
    },
  },
  welfare_recipient: {
    area: 'welfare',
    words: 'welfare.line',
    fields: { cash: money, kindValue: money, category: choice('welfare.category') },
  },
  care_visit: {
    area: 'welfare',
    words: 'care.field',
    path: '/welfare?tab=visits&visit=:id',
    fields: {
      cash: money,
      kindValue: money,
      who: choice('care.who'),
      relation: choice('care.relation'),
      source: choice('welfare.source'),
      memberId: member('care.field.memberId'),
      orgUnitId: unit,
      reasonId: { refers: 'care_reason' },
    },
  },
  care_case: {
    area: 'welfare',
    words: 'care.field',
    path: '/welfare/cases/:id',
    fields: {
      budget: money,
      who: choice('care.who'),
      relation: choice('care.relation'),
      state: choice('care.state'),
      memberId: member('care.field.memberId'),
      orgUnitId: unit,
      kindId: { refers: 'care_kind' },
    },
  },
  care_reason: { area: 'welfare', words: 'care.field', path: '/welfare/care-lists' },
  care_norm: {
    area: 'welfare',
    words: 'care.field',
    path: '/welfare/care-lists',
    fields: {
      cash: money,
      relation: choice('care.relation'),
      reasonId: { refers: 'care_reason' },
      source: { label: 'care.field.normSource' },
    },
  },
  care_kind: { area: 'welfare', words: 'care.field', path: '/welfare/care-lists' },
  criteria_set: { area: 'review' },
  holidays: { area: 'settings', path: '/settings/holidays' },
};

/** Kinds of record of an area. */
export const entitiesOf = (area: Area): string[] =>
  Object.entries(ENTITIES)
    .filter(([, meaning]) => meaning.area === area)
    .map(([entity]) => entity);

/** What is known of a kind; one nobody described belongs to no page. */
export const meaningOf = (entity: string): EntityMeaning => ENTITIES[entity] ?? { area: 'settings' };

/** Locale key of a field's name. */
export function labelKeyOf(entity: string, field: string): string {
  const meaning = meaningOf(entity);
  const own = meaning.fields?.[field]?.label;
  return own ?? `${meaning.words ?? `audit.fields.${entity}`}.${field}`;
}

/** Never part of a sentence: bookkeeping. */
export const BOOKKEEPING: ReadonlySet<string> = new Set([
  'id',
  'uid',
  'version',
  'unitId',
  'importId',
  'batchId',
  'run',
  'listId',
  'snapshot',
  'createdAt',
  'updatedAt',
  'deletedAt',
]);
