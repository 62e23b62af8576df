/** Rules of the area files: what is attached to records, and the office's Word templates. */
import type { HandlersOf } from '../../ipc/context';
import { attachmentHandlers } from './attachments';
import { templateHandlers } from './templates';
import { checkFiles, purgeFiles } from './upkeep';

export { type AttachmentFacts, attach, keepBytes, keepIncoming, keptBytes } from './attachments';
export { commonWords } from './commonWords';
export { trashedAttachments } from './repository';
export { fillWord, setEventData, WORD_MIME } from './templates';
export { namedFindings } from './upkeep';

export const filesHandlers: HandlersOf<'files'> & HandlersOf<'wordTemplates'> = {
  ...attachmentHandlers,
  'files.check': checkFiles,
  'files.purge': purgeFiles,
  ...templateHandlers,
};
