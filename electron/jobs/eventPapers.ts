/** Papers of courses, contests and follow-ups beside the main loop. */
import { join } from 'node:path';
import { type ContestResultsData, contestResults, contestSheets } from '../documents/papers/contestResults';
import { type EventListData, eventList, eventListSheets } from '../documents/papers/eventList';
import { type FollowUpListData, followUpList } from '../documents/papers/followUpList';
import {
  type ParticipantListData,
  participantList,
  participantSheet,
} from '../documents/papers/participantList';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { type TrainingAnnexData, trainingAnnex } from '../documents/papers/trainingAnnex';
import { type UntrainedData, untrainedOfficers, untrainedSheets } from '../documents/papers/untrained';
import { writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export type EventPaper =
  | { paper: 'trainingAnnex'; data: TrainingAnnexData }
  | { paper: 'followUpList'; data: FollowUpListData }
  | { paper: 'untrained'; format: 'pdf' | 'xlsx'; data: UntrainedData }
  | { paper: 'eventList'; format: 'pdf' | 'xlsx'; data: EventListData }
  | { paper: 'participantList'; format: 'pdf' | 'xlsx'; data: ParticipantListData }
  | { paper: 'contestResults'; format: 'pdf' | 'docx' | 'xlsx'; data: ContestResultsData };

export async function eventPapersJob(input: EventPaper, tools: JobTools): Promise<Uint8Array> {
  const options = { fontsDir: join(tools.resources, 'fonts') };
  if (input.paper === 'trainingAnnex') return renderPdf(trainingAnnex(input.data), options);
  if (input.paper === 'followUpList') return renderPdf(followUpList(input.data), options);
  if (input.paper === 'untrained')
    return input.format === 'xlsx'
      ? writeWorkbook({ sheets: untrainedSheets(input.data) })
      : renderPdf(untrainedOfficers(input.data), options);
  if (input.paper === 'eventList')
    return input.format === 'xlsx'
      ? writeWorkbook({ sheets: eventListSheets(input.data) })
      : renderPdf(eventList(input.data), options);
  if (input.paper === 'participantList')
    return input.format === 'xlsx'
      ? writeWorkbook({ sheets: [participantSheet(input.data)] })
      : renderPdf(participantList(input.data), options);
  if (input.format === 'xlsx') return writeWorkbook({ sheets: contestSheets(input.data) });
  const paper = contestResults(input.data);
  return input.format === 'docx' ? renderDocx(paper) : renderPdf(paper, options);
}
