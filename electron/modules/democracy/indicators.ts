/** Sources of the indicators of workplace democracy. What is an event too counts once. */
import { measuredRate } from '../../../shared/domain/figures';
import type { IndicatorId, IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { eventRecords } from '../events/service';
import { pageOf, type Source } from '../indicators';
import { listed } from '../listed';
import { conferenceBoard, heldUnits } from './conferences';
import { eventsOfConferences, heldRecords } from './conferencesRepository';
import { dialogueRecords, eventsOfDialogues } from './dialoguesRepository';
import { labourRecords } from './labourRepository';
import { eventsOfParticipation, participationRecords, regulationRecords } from './participationRepository';

type Span = { from: string; to: string };

/** Events of a kind that no record of the register is linked to. */
function otherEvents(db: Db, kind: string, linked: readonly number[], span: Span): IndicatorRecord[] {
  const known = new Set(linked);
  return eventRecords(db, [kind], span).filter(({ id }) => !known.has(id));
}

export const democracySources: Record<Extract<IndicatorId, `democracy.${string}`>, Source> = {
  'democracy.conferences': listed((db, span) => [
    ...heldRecords(db, span),
    ...otherEvents(db, 'staff_conference', eventsOfConferences(db), span),
  ]),
  'democracy.conferenceRate': {
    value(db, { asOf }) {
      const board = conferenceBoard(db, Number(asOf.slice(0, 4)), asOf);
      return measuredRate(board.held, board.units, asOf);
    },
    records: (db, { asOf }, page) => pageOf(heldUnits(db, Number(asOf.slice(0, 4)), asOf), page),
  },
  'democracy.dialogues': listed((db, span) => [
    ...dialogueRecords(db, span),
    ...otherEvents(db, 'dialogue', eventsOfDialogues(db), span),
  ]),
  'democracy.comments': listed((db, span) => participationRecords(db, 'comment', span)),
  'democracy.programmes': listed((db, span) => participationRecords(db, 'programme', span)),
  'democracy.meetings': listed((db, span) => participationRecords(db, 'meeting', span)),
  'democracy.supervisions': listed((db, span) => [
    ...participationRecords(db, 'supervision', span),
    ...otherEvents(db, 'supervision', eventsOfParticipation(db), span),
  ]),
  'democracy.rights': listed((db, span) => participationRecords(db, 'protect', span)),
  'democracy.labourInForce': listed((db, span) => labourRecords(db, span.to)),
  'democracy.regulations': listed((db, span) => regulationRecords(db, span.to)),
};
