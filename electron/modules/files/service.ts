/** Rules of the area files: what is attached to records, and the office's Word templates. */
import type { HandlersOf } from '../../ipc/context';
import { attachmentHandlers } from './attachments';
import { checkFiles, purgeFiles } from './upkeep';

export { type AttachmentFacts, attach, keepBytes, keepIncoming, keptBytes } from './attachments';
export { trashedAttachments } from './repository';
export { namedFindings } from './upkeep';

export const filesHandlers: HandlersOf<'files'> = {
  ...attachmentHandlers,
  'files.check': checkFiles,
  'files.purge': purgeFiles,
};
