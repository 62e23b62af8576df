/** Papers of events: their list, and those from the office's Word templates. */
import { z } from 'zod';
import { EVENT_TEMPLATES } from '../domain/wordTemplates';
import { eventFilter } from './eventFilter';
import { id, outgoingFile } from './fields';
import { access, job, type Operations } from './kernel';

export const eventWords = {
  'events.listPaper': job({
    input: z.strictObject({ ...eventFilter, format: z.enum(['pdf', 'xlsx']).default('pdf') }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The events that meet the conditions with what they taught, how many took part and the rate; by quarter.',
  }),
  'events.word': job({
    input: z.strictObject({
      id,
      template: z.enum(EVENT_TEMPLATES),
      /** Invitations: one paper for all, or one for each person asked. */
      guests: z.enum(['general', 'each']).default('general'),
    }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'NOTHING_TO_PRINT', 'DOCX_BROKEN', 'FILE_MISSING', 'FILE_ALTERED', 'CANCELLED'],
    access: access.everyone,
    doc: 'The invitation, agenda, minutes or resolution of an event as a Word file, from the template in use.',
  }),
} satisfies Operations;
