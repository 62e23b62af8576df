/** Awards over the years: how many by year of a person, a department or all; the register and the table as workbook and CSV. */
import { z } from 'zod';
import { nullable, registerFilter, tableInput } from './awardFields';
import { outgoingFile, year } from './fields';
import { access, job, type Operations, query } from './kernel';

const { year: _year, search: _search, ...yearly } = registerFilter;
/** Excel set to Vietnamese divides columns by semicolons. */
const separator = z.enum([';', ',']).default(';');

export const awardHistory = {
  'awards.byYear': query({
    input: z.strictObject(yearly),
    output: z.object({
      rows: z.array(
        z.object({
          year,
          /** Null while no decision of the year says a number of the kind. */
          collective: nullable,
          individual: nullable,
          household: nullable,
          certificates: nullable,
          /** Decisions whose numbers are not all known. */
          unknown: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Issued awards by year under the conditions of the register, the earliest year first; unknown is null.',
  }),
  'awards.registerCsv': job({
    input: z.strictObject({ ...registerFilter, separator }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The register as CSV.',
  }),
  'awards.tableXlsx': job({
    input: tableInput,
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The table by level and form as a workbook; unknown numbers are empty cells.',
  }),
  'awards.tableCsv': job({
    input: tableInput.extend({ separator }),
    output: outgoingFile,
    errors: ['NOTHING_TO_PRINT', 'CANCELLED'],
    access: access.everyone,
    doc: 'The table by level and form as CSV.',
  }),
} satisfies Operations;
