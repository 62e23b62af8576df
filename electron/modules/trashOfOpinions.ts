/** What opinions and workplace democracy show in the trash. */
import { trashedConferences } from './democracy/conferencesRepository';
import { trashedDialogues } from './democracy/dialoguesRepository';
import { trashedLabour, trashedClasses as trashedLabourClasses } from './democracy/labourRepository';
import { trashedParticipation, trashedRegulations } from './democracy/participationRepository';
import { trashedKinds, trashedTopics } from './opinions/catalogueRepository';
import { trashedOpinions } from './opinions/repository';
import type { TrashSource } from './trash';

export const opinionTrash: readonly TrashSource[] = [
  { entity: 'opinion', area: 'opinions', restoreOperation: 'opinions.restore', list: trashedOpinions },
  {
    entity: 'opinion_topic',
    area: 'opinions',
    restoreOperation: 'opinions.restoreTopics',
    list: trashedTopics,
  },
  {
    entity: 'opinion_kind',
    area: 'opinions',
    restoreOperation: 'opinions.restoreKinds',
    list: trashedKinds,
  },
  {
    entity: 'dialogue',
    area: 'opinions',
    restoreOperation: 'democracy.restoreDialogues',
    list: trashedDialogues,
  },
  {
    entity: 'labour_agreement',
    area: 'opinions',
    restoreOperation: 'democracy.restoreLabour',
    list: trashedLabour,
  },
  {
    entity: 'labour_class',
    area: 'opinions',
    restoreOperation: 'democracy.restoreClasses',
    list: trashedLabourClasses,
  },
  {
    entity: 'staff_conference',
    area: 'opinions',
    restoreOperation: 'democracy.restoreConferences',
    list: trashedConferences,
  },
  {
    entity: 'participation',
    area: 'opinions',
    restoreOperation: 'democracy.restoreParticipation',
    list: trashedParticipation,
  },
  {
    entity: 'regulation',
    area: 'opinions',
    restoreOperation: 'democracy.restoreRegulations',
    list: trashedRegulations,
  },
];
