/** What each area shows in the trash. An area adds its sources to the list below. */
import type { Area } from '../../shared/contract/kernel';
import type { Db } from '../db/database';
import type { OperationName } from '../ipc/context';
import { agreementTrash } from './agreements/trash';
import { trashedForms } from './awards/formsRepository';
import { trashedMovementEntries, trashedMovements } from './awards/movementsRepository';
import { trashedMeetings } from './awards/proposals/councilRepository';
import { trashedProposals } from './awards/proposals/repository';
import { trashedRounds } from './awards/proposals/roundsRepository';
import { trashedDecisions } from './awards/repository';
import {
  trashedCoefficients,
  trashedHolds,
  trashedOverrides,
  trashedRules,
  trashedWages,
} from './awards/rulesRepository';
import { trashedOccasions } from './calendar/repository';
import {
  trashedCases,
  trashedKinds,
  trashedNorms,
  trashedReasons,
  trashedVisits,
} from './care/catalogueRepository';
import { trashedBlanks } from './certificates/blanksRepository';
import { trashedDesigns } from './certificates/layoutsRepository';
import { trashedKeys } from './certificates/proof/repository';
import { trashedPrinters } from './certificates/repository';
import { trashedDocuments } from './documents/repository';
import { trashedTypes } from './documents/typesRepository';
import { trashedCollections } from './dues/collectionsRepository';
import { trashedDonorGifts, trashedDonors } from './dues/donorsRepository';
import { trashedDriveGifts, trashedDrives } from './dues/drivesRepository';
import { trashedEarmarks, trashedUses } from './dues/earmarksRepository';
import { trashedRates } from './dues/ratesRepository';
import { trashedEntries } from './events/contests/repository';
import { trashedFollowUps } from './events/followUps/repository';
import { trashedAttendees, trashedGroups, trashedSessions } from './events/plans/repository';
import { trashedSeries, trashedTemplates } from './events/plans/seriesRepository';
import { trashedEvents } from './events/repository';
import { trashedCertificates } from './events/training/repository';
import { trashedChanges, trashedTyped } from './figures/repository';
import { trashedAttachments } from './files/repository';
import { trashedCategories, trashedFunds } from './funds/repository';
import { trashedVouchers } from './funds/vouchersRepository';
import { trashedFindings } from './inspection/findingsRepository';
import { trashedPlans as trashedInspectionPlans, trashedPlanned } from './inspection/plansRepository';
import { trashedSessions as trashedInspections } from './inspection/sessionsRepository';
import { trashedFields } from './members/extra/repository';
import { trashedChildren, trashedMarriages, trashedSchoolResults } from './members/family/repository';
import { trashedAbsences } from './members/history/absenceRepository';
import { trashedDisciplines } from './members/history/disciplineRepository';
import { trashedFacts } from './members/history/repository';
import { trashedMappings } from './members/import/mappingRepository';
import { trashedRequests } from './members/papers/repository';
import { trashedConsents } from './members/privacy/consentRepository';
import { trashedPhotos } from './members/privacy/repository';
import { trashedMembers } from './members/repository';
import { trashedViews } from './members/views/repository';
import {
  trashedCommittees,
  trashedPosts,
  trashedProfiles,
  trashedTerms,
} from './organisation/committees/repository';
import { trashedOrgUnits } from './organisation/repository';
import { trashedClasses } from './organisation/tree/repository';
import { trashedFiles } from './party/repository';
import { trashedPlanItems, trashedSteps } from './plans/repository';
import { trashedParts, trashedReports } from './reports/repository';
import { trashedRatings } from './review/ratingRepository';
import { trashedEvidence, trashedReviews } from './review/repository';
import { trashedSets } from './review/setsRepository';
import { trashedActuals, trashedCongresses, trashedResolutions, trashedTargets } from './targets/repository';
import { opinionTrash } from './trashOfOpinions';
import { trashedCampaigns, trashedRecipients } from './welfare/repository';

export interface TrashSource {
  /** Kind of record, as in the change log. */
  readonly entity: string;
  readonly area: Area;
  /** Takes `{ ids: [id] }`. */
  readonly restoreOperation: OperationName;
  /** Trashed records; the label is what the user knows the record by. */
  list(db: Db): { id: number; label: string; deletedAt: string; placeClosed?: number }[];
}

export const trashSources: readonly TrashSource[] = [
  { entity: 'member', area: 'members', restoreOperation: 'members.restore', list: trashedMembers },
  { entity: 'member_photo', area: 'members', restoreOperation: 'members.restorePhotos', list: trashedPhotos },
  {
    entity: 'extra_field',
    area: 'members',
    restoreOperation: 'members.restoreExtraFields',
    list: trashedFields,
  },
  { entity: 'member_view', area: 'members', restoreOperation: 'members.restoreViews', list: trashedViews },
  { entity: 'member_fact', area: 'members', restoreOperation: 'members.restoreFacts', list: trashedFacts },
  {
    entity: 'member_discipline',
    area: 'members',
    restoreOperation: 'members.restoreDisciplines',
    list: trashedDisciplines,
  },
  {
    entity: 'member_absence',
    area: 'members',
    restoreOperation: 'members.restoreAbsences',
    list: trashedAbsences,
  },
  { entity: 'child', area: 'members', restoreOperation: 'members.restoreChildren', list: trashedChildren },
  {
    entity: 'marriage',
    area: 'members',
    restoreOperation: 'members.restoreMarriages',
    list: trashedMarriages,
  },
  {
    entity: 'school_result',
    area: 'members',
    restoreOperation: 'members.restoreSchoolResults',
    list: trashedSchoolResults,
  },
  {
    entity: 'import_mapping',
    area: 'members',
    restoreOperation: 'members.restoreImportMappings',
    list: trashedMappings,
  },
  {
    entity: 'member_consent',
    area: 'members',
    restoreOperation: 'members.restoreConsents',
    list: trashedConsents,
  },
  {
    entity: 'member_request',
    area: 'members',
    restoreOperation: 'members.restoreRequests',
    list: trashedRequests,
  },
  { entity: 'event', area: 'events', restoreOperation: 'events.restore', list: trashedEvents },
  {
    entity: 'training_certificate',
    area: 'events',
    restoreOperation: 'training.restoreCertificates',
    list: trashedCertificates,
  },
  {
    entity: 'contest_entry',
    area: 'events',
    restoreOperation: 'contests.restoreEntries',
    list: trashedEntries,
  },
  { entity: 'fund', area: 'funds', restoreOperation: 'funds.restore', list: trashedFunds },
  {
    entity: 'fund_category',
    area: 'funds',
    restoreOperation: 'funds.restoreCategories',
    list: trashedCategories,
  },
  {
    entity: 'fund_voucher',
    area: 'funds',
    restoreOperation: 'funds.restoreVouchers',
    list: trashedVouchers,
  },
  { entity: 'dues_rate', area: 'funds', restoreOperation: 'dues.restoreRates', list: trashedRates },
  {
    entity: 'dues_collection',
    area: 'funds',
    restoreOperation: 'dues.restoreCollections',
    list: trashedCollections,
  },
  { entity: 'drive', area: 'funds', restoreOperation: 'drives.restore', list: trashedDrives },
  { entity: 'drive_gift', area: 'funds', restoreOperation: 'drives.restoreGifts', list: trashedDriveGifts },
  { entity: 'donor', area: 'funds', restoreOperation: 'donors.restore', list: trashedDonors },
  { entity: 'donor_gift', area: 'funds', restoreOperation: 'donors.restoreGifts', list: trashedDonorGifts },
  { entity: 'earmark', area: 'funds', restoreOperation: 'donors.restoreEarmarks', list: trashedEarmarks },
  { entity: 'earmark_use', area: 'funds', restoreOperation: 'donors.restoreUses', list: trashedUses },
  {
    entity: 'occasion',
    area: 'events',
    restoreOperation: 'calendar.restoreOccasions',
    list: trashedOccasions,
  },
  { entity: 'party_file', area: 'members', restoreOperation: 'party.restore', list: trashedFiles },
  { entity: 'movement', area: 'awards', restoreOperation: 'movements.restore', list: trashedMovements },
  {
    entity: 'movement_entry',
    area: 'awards',
    restoreOperation: 'movements.restoreEntries',
    list: trashedMovementEntries,
  },
  { entity: 'award_round', area: 'awards', restoreOperation: 'proposals.restoreRounds', list: trashedRounds },
  { entity: 'proposal', area: 'awards', restoreOperation: 'proposals.restore', list: trashedProposals },
  {
    entity: 'council_meeting',
    area: 'awards',
    restoreOperation: 'proposals.restoreMeetings',
    list: trashedMeetings,
  },
  { entity: 'award_decision', area: 'awards', restoreOperation: 'awards.restore', list: trashedDecisions },
  { entity: 'award_form', area: 'awards', restoreOperation: 'awards.restoreForms', list: trashedForms },
  { entity: 'award_rule', area: 'awards', restoreOperation: 'awardRules.restore', list: trashedRules },
  {
    entity: 'award_override',
    area: 'awards',
    restoreOperation: 'awardRules.restoreOverrides',
    list: trashedOverrides,
  },
  { entity: 'award_hold', area: 'awards', restoreOperation: 'awardRules.restoreHolds', list: trashedHolds },
  { entity: 'base_wage', area: 'awards', restoreOperation: 'awardMoney.restoreWages', list: trashedWages },
  {
    entity: 'award_coefficient',
    area: 'awards',
    restoreOperation: 'awardMoney.restoreCoefficients',
    list: trashedCoefficients,
  },
  {
    entity: 'proof_key',
    area: 'certificates',
    restoreOperation: 'certificates.restoreKeys',
    list: trashedKeys,
  },
  {
    entity: 'certificate_blank',
    area: 'certificates',
    restoreOperation: 'certificates.restoreBlanks',
    list: trashedBlanks,
  },
  {
    entity: 'certificate_design',
    area: 'certificates',
    restoreOperation: 'certificates.restoreLayouts',
    list: trashedDesigns,
  },
  {
    entity: 'certificate_printer',
    area: 'certificates',
    restoreOperation: 'certificates.restorePrinters',
    list: trashedPrinters,
  },
  {
    entity: 'org_unit',
    area: 'organisation',
    restoreOperation: 'organisation.restore',
    list: trashedOrgUnits,
  },
  {
    entity: 'org_unit_class',
    area: 'organisation',
    restoreOperation: 'organisation.restoreClasses',
    list: trashedClasses,
  },
  {
    entity: 'committee',
    area: 'organisation',
    restoreOperation: 'organisation.restoreCommittees',
    list: trashedCommittees,
  },
  {
    entity: 'union_post',
    area: 'organisation',
    restoreOperation: 'organisation.restorePosts',
    list: trashedPosts,
  },
  { entity: 'term', area: 'organisation', restoreOperation: 'organisation.restoreTerms', list: trashedTerms },
  {
    entity: 'unit_profile',
    area: 'organisation',
    restoreOperation: 'organisation.restoreProfiles',
    list: trashedProfiles,
  },
  { entity: 'report', area: 'reports', restoreOperation: 'reports.restore', list: trashedReports },
  { entity: 'report_part', area: 'reports', restoreOperation: 'reports.restoreParts', list: trashedParts },
  { entity: 'review', area: 'review', restoreOperation: 'review.restore', list: trashedReviews },
  { entity: 'rating', area: 'review', restoreOperation: 'review.restoreRatings', list: trashedRatings },
  {
    entity: 'review_evidence',
    area: 'review',
    restoreOperation: 'review.restoreEvidence',
    list: trashedEvidence,
  },
  {
    entity: 'welfare_campaign',
    area: 'welfare',
    restoreOperation: 'welfare.restore',
    list: trashedCampaigns,
  },
  {
    entity: 'welfare_recipient',
    area: 'welfare',
    restoreOperation: 'welfare.restoreRecipients',
    list: trashedRecipients,
  },
  { entity: 'care_visit', area: 'welfare', restoreOperation: 'care.restoreVisits', list: trashedVisits },
  { entity: 'care_case', area: 'welfare', restoreOperation: 'care.restoreCases', list: trashedCases },
  { entity: 'care_reason', area: 'welfare', restoreOperation: 'care.restoreReasons', list: trashedReasons },
  { entity: 'care_norm', area: 'welfare', restoreOperation: 'care.restoreNorms', list: trashedNorms },
  { entity: 'care_kind', area: 'welfare', restoreOperation: 'care.restoreKinds', list: trashedKinds },
  {
    entity: 'event_session',
    area: 'events',
    restoreOperation: 'events.restoreSessions',
    list: trashedSessions,
  },
  { entity: 'event_group', area: 'events', restoreOperation: 'events.restoreGroups', list: trashedGroups },
  {
    entity: 'event_attendee',
    area: 'events',
    restoreOperation: 'events.restoreAttendees',
    list: trashedAttendees,
  },
  { entity: 'event_series', area: 'events', restoreOperation: 'events.restoreSeries', list: trashedSeries },
  {
    entity: 'event_template',
    area: 'events',
    restoreOperation: 'events.restoreTemplates',
    list: trashedTemplates,
  },
  {
    entity: 'follow_up',
    area: 'events',
    restoreOperation: 'events.restoreFollowUps',
    list: trashedFollowUps,
  },
  { entity: 'manual_figure', area: 'review', restoreOperation: 'figures.restoreTyped', list: trashedTyped },
  {
    entity: 'indicator_change',
    area: 'review',
    restoreOperation: 'figures.restoreChanges',
    list: trashedChanges,
  },
  { entity: 'attachment', area: 'files', restoreOperation: 'files.restore', list: trashedAttachments },
  ...agreementTrash,
  { entity: 'document', area: 'documents', restoreOperation: 'documents.restore', list: trashedDocuments },
  {
    entity: 'document_type',
    area: 'documents',
    restoreOperation: 'documents.restoreTypes',
    list: trashedTypes,
  },
  ...opinionTrash,
  {
    entity: 'resolution',
    area: 'targets',
    restoreOperation: 'targets.restoreResolutions',
    list: trashedResolutions,
  },
  { entity: 'target', area: 'targets', restoreOperation: 'targets.restore', list: trashedTargets },
  {
    entity: 'target_actual',
    area: 'targets',
    restoreOperation: 'targets.restoreActuals',
    list: trashedActuals,
  },
  {
    entity: 'congress_term',
    area: 'targets',
    restoreOperation: 'targets.restoreCongresses',
    list: trashedCongresses,
  },
  { entity: 'plan_item', area: 'plans', restoreOperation: 'plans.restore', list: trashedPlanItems },
  { entity: 'year_step', area: 'plans', restoreOperation: 'plans.restoreSteps', list: trashedSteps },
  {
    entity: 'inspection_plan',
    area: 'inspection',
    restoreOperation: 'inspection.restorePlans',
    list: trashedInspectionPlans,
  },
  {
    entity: 'inspection_item',
    area: 'inspection',
    restoreOperation: 'inspection.restoreItems',
    list: trashedPlanned,
  },
  {
    entity: 'inspection_session',
    area: 'inspection',
    restoreOperation: 'inspection.restoreSessions',
    list: trashedInspections,
  },
  {
    entity: 'inspection_finding',
    area: 'inspection',
    restoreOperation: 'inspection.restoreFindings',
    list: trashedFindings,
  },
  { entity: 'criteria_set', area: 'review', restoreOperation: 'review.restoreSets', list: trashedSets },
];
