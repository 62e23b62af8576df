/** Every handler of the product. A missing one does not compile. */
import type { Handlers } from '../ipc/context';
import {
  agreementDeadlines,
  agreementsHandlers,
  agreementTimeline,
  membersInAgreements,
} from './agreements/service';
import { membersInMovements, movementsHandlers, movementTimeline } from './awards/movements';
import {
  membersProposed,
  proposalsHandlers,
  proposalTimeline,
  roundDeadlines,
} from './awards/proposals/service';
import { awardRulesHandlers, membersHeld } from './awards/rules';
import { awardMoneyHandlers, awardsUnpaid } from './awards/rulesMoney';
import { awardMemberUse, awardsHandlers, awardTimeline } from './awards/service';
import { backupHandlers, rescueHandlers } from './backup/service';
import { addCalendarSource, calendarHandlers } from './calendar/service';
import { careConditions, careHandlers, careTimeline, membersCaredFor, unpaidFindings } from './care/service';
import { certificatesHandlers } from './certificates/service';
import { dashboardHandlers } from './dashboard/service';
import { labourDeadlines } from './democracy/deadlines';
import { democracyHandlers } from './democracy/service';
import { diagnosticsHandlers } from './diagnostics/service';
import {
  documentDeadlines,
  documentsHandlers,
  documentTimeline,
  membersAnswering,
} from './documents/service';
import { donorsHandlers, drivesHandlers, driveTimeline, duesHandlers, duesTimeline } from './dues/service';
import { eventPlaces } from './events/attendance/memberLinks';
import { contestsHandlers, contestTimeline } from './events/contests/service';
import { followUpDeadlines, followUpTimeline } from './events/followUps/service';
import { eventsHandlers, eventTimeline } from './events/service';
import { trainingHandlers, trainingTimeline } from './events/training/service';
import { eventWordData } from './events/words';
import { exportHandlers } from './export/service';
import { figuresHandlers } from './figures/service';
import { filesHandlers, setEventData } from './files/service';
import { addFundCheck, fundsHandlers } from './funds/service';
import {
  findingDeadlines,
  inspectionHandlers,
  inspectionTimeline,
  membersInspecting,
} from './inspection/service';
import { membersInFamilies } from './members/family/repository';
import { familyTimeline } from './members/family/service';
import { addMemberUse } from './members/import/uses';
import { familyLinks } from './members/merge/familyLinks';
import { factLinks } from './members/merge/historyLinks';
import { addMemberReference, columnReference } from './members/merge/references';
import { membersInMerges } from './members/merge/repository';
import { membersHandlers } from './members/service';
import { addTimelineSource } from './members/timeline';
import { addConditionFields } from './members/views/conditionSources';
import { opinionDeadlines } from './opinions/deadlines';
import { membersWithOpinions, opinionsHandlers } from './opinions/service';
import { postConditions } from './organisation/committees/conditions';
import { postTimeline } from './organisation/committees/service';
import { organisationHandlers } from './organisation/service';
import { membersWithFiles, partyHandlers } from './party/service';
import { membersInPlans, planDeadlines, plansHandlers, planTimeline } from './plans/service';
import { reportsHandlers } from './reports/service';
import { reviewHandlers } from './review/service';
import { settingsHandlers } from './settings/service';
import { targetsHandlers } from './targets/service';
import { usersHandlers } from './users/service';
import { campaignsUnpaid, giftTimeline, membersOnLists, welfareHandlers } from './welfare/service';
import { yearEndHandlers } from './yearEnd/service';

export const handlers: Handlers = {
  ...organisationHandlers,
  ...membersHandlers,
  ...eventsHandlers,
  ...trainingHandlers,
  ...contestsHandlers,
  ...calendarHandlers,
  ...welfareHandlers,
  ...careHandlers,
  ...fundsHandlers,
  ...duesHandlers,
  ...drivesHandlers,
  ...donorsHandlers,
  ...awardsHandlers,
  ...awardRulesHandlers,
  ...awardMoneyHandlers,
  ...movementsHandlers,
  ...proposalsHandlers,
  ...certificatesHandlers,
  ...agreementsHandlers,
  ...documentsHandlers,
  ...opinionsHandlers,
  ...democracyHandlers,
  ...inspectionHandlers,
  ...targetsHandlers,
  ...plansHandlers,
  ...partyHandlers,
  ...reportsHandlers,
  ...reviewHandlers,
  ...dashboardHandlers,
  ...figuresHandlers,
  ...filesHandlers,
  ...backupHandlers,
  ...rescueHandlers,
  ...settingsHandlers,
  ...exportHandlers,
  ...diagnosticsHandlers,
  ...usersHandlers,
  ...yearEndHandlers,
};

setEventData(eventWordData);
addConditionFields(postConditions);
addConditionFields(careConditions);
addTimelineSource(eventTimeline);
addTimelineSource(trainingTimeline);
addTimelineSource(contestTimeline);
addTimelineSource(followUpTimeline);
addCalendarSource(followUpDeadlines);
addCalendarSource(roundDeadlines);
addCalendarSource(documentDeadlines);
addCalendarSource(agreementDeadlines);
addCalendarSource(findingDeadlines);
addCalendarSource(planDeadlines);
addCalendarSource(opinionDeadlines);
addCalendarSource(labourDeadlines);
addTimelineSource(awardTimeline);
addTimelineSource(proposalTimeline);
addTimelineSource(movementTimeline);
addTimelineSource(familyTimeline);
addTimelineSource(postTimeline);
addTimelineSource(giftTimeline);
addTimelineSource(duesTimeline);
addTimelineSource(driveTimeline);
addTimelineSource(careTimeline);
addTimelineSource(documentTimeline);
addTimelineSource(agreementTimeline);
addTimelineSource(inspectionTimeline);
addTimelineSource(planTimeline);
addFundCheck(unpaidFindings);
addFundCheck(campaignsUnpaid);
addFundCheck(awardsUnpaid);
addMemberUse(awardMemberUse);
addMemberUse(membersInMovements);
addMemberUse(membersProposed);
addMemberUse(membersHeld);
addMemberUse(membersInFamilies);
addMemberUse(membersInMerges);
addMemberUse(membersOnLists);
addMemberUse(membersCaredFor);
addMemberUse(membersAnswering);
addMemberUse(membersWithOpinions);
addMemberUse(membersInAgreements);
addMemberUse(membersInspecting);
addMemberUse(membersInPlans);
addMemberUse(membersWithFiles);

addMemberReference(factLinks);
addMemberReference(familyLinks);
addMemberReference(columnReference('discipline', { table: 'member_discipline', column: 'member_id' }));
addMemberReference(columnReference('absence', { table: 'member_absence', column: 'member_id' }));
addMemberReference(
  columnReference('photo', { table: 'member_photo', column: 'member_id', once: ['deleted_at'] }),
);
addMemberReference(
  columnReference('consent', {
    table: 'member_consent',
    column: 'member_id',
    once: ['purpose', 'withdrawn_on', 'deleted_at'],
  }),
);
addMemberReference(columnReference('request', { table: 'member_request', column: 'member_id' }));
addMemberReference(eventPlaces);
addMemberReference(
  columnReference(
    'training',
    { table: 'training_speaker', column: 'member_id' },
    { table: 'training_certificate', column: 'member_id' },
  ),
);
addMemberReference(columnReference('contest', { table: 'contest_person', column: 'member_id' }));
addMemberReference(
  columnReference('event_attendee', { table: 'event_attendee', column: 'member_id', once: ['group_id'] }),
);
addMemberReference(columnReference('follow_up', { table: 'follow_up', column: 'owner_member_id' }));
addMemberReference(
  columnReference(
    'award',
    { table: 'award_recipient', column: 'member_id' },
    { table: 'award_recipient', column: 'spouse_id' },
  ),
);
addMemberReference(columnReference('award_hold', { table: 'award_hold', column: 'member_id' }));
addMemberReference(
  columnReference(
    'agreement',
    { table: 'agreement_party', column: 'member_id' },
    { table: 'agreement_commitment', column: 'member_id' },
  ),
);
addMemberReference(
  columnReference('movement_entry', { table: 'movement_entry', column: 'member_id', once: ['movement_id'] }),
);
addMemberReference(
  columnReference(
    'proposal',
    { table: 'proposal', column: 'member_id' },
    { table: 'council_attendee', column: 'member_id', key: ['meeting_id', 'ordinal'] },
  ),
);
addMemberReference(columnReference('welfare_recipient', { table: 'welfare_recipient', column: 'member_id' }));
addMemberReference(
  columnReference(
    'care_visit',
    { table: 'care_visit', column: 'member_id' },
    { table: 'care_visitor', column: 'member_id', key: ['visit_id', 'ordinal'] },
  ),
);
addMemberReference(columnReference('care_case', { table: 'care_case', column: 'member_id' }));
addMemberReference(columnReference('union_post', { table: 'union_post', column: 'member_id' }));
addMemberReference(
  columnReference(
    'review_task',
    { table: 'review_task', column: 'member_id', key: ['review_id', 'criterion_uid'] },
    { table: 'rating_line', column: 'member_id', once: ['rating_id'] },
  ),
);
addMemberReference(
  columnReference('evidence', { table: 'review_evidence', column: 'record_id', where: "entity = 'member'" }),
);
addMemberReference(
  columnReference('attachment', { table: 'attachment', column: 'entity_id', where: "entity = 'member'" }),
);
addMemberReference(
  columnReference(
    'dues',
    { table: 'dues_line', column: 'member_id' },
    { table: 'dues_base', column: 'member_id', once: ['from_month'] },
    { table: 'dues_override', column: 'member_id', once: ['month'] },
  ),
);
addMemberReference(
  columnReference(
    'document',
    { table: 'document', column: 'member_id' },
    { table: 'document', column: 'link_id', where: "link_entity = 'member'" },
  ),
);
/** Not counted: that there is one would tell of it. */
const { count: _told, ...partyFiles } = columnReference('party_file', {
  table: 'party_file',
  column: 'member_id',
});
addMemberReference(partyFiles);
addMemberReference(columnReference('plan_item', { table: 'plan_item', column: 'owner_member_id' }));
addMemberReference(
  columnReference(
    'inspection',
    { table: 'inspection_item', column: 'member_id' },
    { table: 'inspection_attendee', column: 'member_id', key: ['session_id', 'ordinal'] },
    { table: 'inspection_finding', column: 'owner_member_id' },
  ),
);
/** That somebody gave an opinion is not shown when records are merged. */
const { count: _hidden, ...opinionLinks } = columnReference('opinion', {
  table: 'opinion',
  column: 'member_id',
});
addMemberReference(opinionLinks);
addMemberReference(columnReference('app_user', { table: 'app_user', column: 'member_id' }));
addMemberReference(columnReference('drive_gift', { table: 'drive_gift', column: 'member_id' }));
addMemberReference(columnReference('fund_voucher', { table: 'fund_voucher', column: 'member_id' }));
