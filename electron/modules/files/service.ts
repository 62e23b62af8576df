/** Rules of the area files: what is attached to records, and the office's Word templates. */
import type { HandlersOf } from '../../ipc/context';
import { attachmentHandlers } from './attachments';

export { type AttachmentFacts, attach, keepBytes, keepIncoming, keptBytes } from './attachments';
export { trashedAttachments } from './repository';

export const filesHandlers: HandlersOf<'files'> = { ...attachmentHandlers };
