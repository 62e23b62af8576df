/** Papers of an event from the office's Word templates. */
import { z } from 'zod';
import { EVENT_TEMPLATES } from '../domain/wordTemplates';
import { id, outgoingFile } from './fields';
import { access, job, type Operations } from './kernel';

export const eventWords = {
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
