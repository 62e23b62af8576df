/** What the change log knows of opinions and of democracy at the workplace. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const unit: FieldMeaning = { refers: 'org_unit' };
const choice = (prefix: string): FieldMeaning => ({ kind: 'choice', choice: prefix });
const event: FieldMeaning = { refers: 'event' };
const area = 'opinions';

export const OPINION_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  opinion: {
    area,
    words: 'opinions.field',
    path: '/opinions/:id',
    fields: {
      how: choice('opinions.how'),
      source: choice('opinions.source'),
      kindId: { refers: 'opinion_kind' },
      topicId: { refers: 'opinion_topic' },
      orgUnitId: unit,
      sourceUnitId: unit,
      dialogueId: { refers: 'dialogue' },
      followUpId: { refers: 'follow_up' },
    },
  },
  opinion_topic: { area, words: 'opinions.field', path: '/opinions/lists' },
  opinion_kind: { area, words: 'opinions.field', path: '/opinions/lists' },
  dialogue: {
    area,
    words: 'democracy.field',
    path: '/opinions/dialogues/:id',
    fields: {
      kind: choice('democracy.kind'),
      startsAt: { kind: 'text' },
      endsAt: { kind: 'text' },
      eventId: event,
      title: { label: 'democracy.field.dialogueTitle' },
    },
  },
  labour_agreement: {
    area,
    words: 'democracy.field',
    path: '/opinions/labour/:id',
    fields: {
      orgUnitId: unit,
      classId: { refers: 'labour_class' },
      predecessorId: { refers: 'labour_agreement' },
      title: { label: 'democracy.field.labourTitle' },
    },
  },
  labour_class: { area, words: 'democracy.field', path: '/opinions?tab=labour' },
  staff_conference: {
    area,
    words: 'democracy.field',
    path: '/opinions?tab=conferences&conference=:id',
    fields: { orgUnitId: unit, eventId: event, year: { kind: 'text' } },
  },
  conference_scope: {
    area,
    words: 'democracy.field',
    path: '/opinions?tab=conferences',
    fields: { scope: choice('democracy.conference.scopes') },
  },
  participation: {
    area,
    words: 'democracy.field',
    path: '/opinions?tab=participation&entry=:id',
    fields: {
      kind: choice('democracy.participation.kinds'),
      eventId: event,
      title: { label: 'democracy.field.participationTitle' },
    },
  },
  regulation: {
    area,
    words: 'democracy.field',
    path: '/opinions?tab=regulations&entry=:id',
    fields: {
      replacesId: { refers: 'regulation' },
      name: { label: 'democracy.field.regulationName' },
      endedOn: { label: 'democracy.field.regulationEnded' },
    },
  },
};
