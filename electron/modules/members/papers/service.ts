/** Operations of members' papers: lists and cards, requests and full records, anonymising. */
import type { memberPapers } from '../../../../shared/contract/memberPapers';
import type { HandlersOf } from '../../../ipc/context';
import { anonymise, anonymisePreview, retention, retentionDue, setRetention } from './anonymise';
import { exportList, printCardList, printCards, printList } from './lists';
import { officerSheets } from './officers';
import {
  addRequest,
  listRequests,
  recordFile,
  restoreRequests,
  trashRequests,
  updateRequest,
} from './requests';

export const papersHandlers: Pick<HandlersOf<'members'>, keyof typeof memberPapers> = {
  'members.exportList': exportList,
  'members.printList': printList,
  'members.printCards': printCards,
  'members.printCardList': printCardList,
  'members.requests': listRequests,
  'members.addRequest': addRequest,
  'members.updateRequest': updateRequest,
  'members.trashRequests': trashRequests,
  'members.restoreRequests': restoreRequests,
  'members.recordFile': recordFile,
  'members.officerSheets': officerSheets,
  'members.retention': retention,
  'members.setRetention': setRetention,
  'members.retentionDue': retentionDue,
  'members.anonymisePreview': anonymisePreview,
  'members.anonymise': anonymise,
};
