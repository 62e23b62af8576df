/** The printed list of a committee as of a day. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import type { CommitteeListData } from '../../../documents/papers/committeeList';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as organisation from '../repository';
import * as repo from './repository';
import { signerOn } from './terms';

const GENDERS = { male: 'Nam', female: 'Nữ' } as const;

/** What the list holds. Errors: NOT_FOUND, NOTHING_TO_PRINT for a committee without anybody that day. */
export function committeeListData(ctx: Ctx, id: number, asOf: string): CommitteeListData {
  const committee = repo.committeeById(ctx.db, id);
  const term = organisation.terms(ctx.db).find((row) => row.id === committee?.termId);
  if (!committee || !term) throw new AppError('NOT_FOUND');
  const people = repo.shortFacts(ctx.db, id, asOf);
  if (people.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const profile =
    organisation.profiles(ctx.db).find((row) => (row.validFrom ?? '') <= asOf) ??
    organisation.profiles(ctx.db).at(-1);
  const signer = signerOn(ctx, asOf);
  const { decisionNo, decisionDate } = committee;
  return {
    unit: {
      upperBody: profile?.upperName ?? null,
      body: profile?.shortName || (profile?.name ?? ''),
      national: true,
      place: profile?.place ?? null,
    },
    committee: committee.name,
    term: term.name ?? [term.startsOn.slice(0, 4), term.endsOn?.slice(0, 4)].filter(Boolean).join('–'),
    asOf,
    decision: decisionNo === null && decisionDate === null ? null : { no: decisionNo, date: decisionDate },
    seats: committee.seats,
    people: people.map((person) => ({
      name: person.name,
      title: person.title,
      gender: person.gender && GENDERS[person.gender],
      birthDate: person.birthDate,
      work:
        [person.position ?? person.jobTitle, person.department].filter(Boolean).join(', ') ||
        (person.personNote ?? ''),
      education: person.education,
      unionJoinDate: person.unionJoinDate,
    })),
    signer: {
      authority: [signer.onBehalfOf, signer.title].filter((line) => line !== null),
      name: signer.name,
    },
  };
}

export async function committeePdf(
  input: ParsedInputOf<'organisation.committeePdf'>,
  ctx: Ctx,
): Promise<OutputOf<'organisation.committeePdf'>> {
  const asOf = input.asOf ?? ctx.today();
  const data = committeeListData(ctx, input.id, asOf);
  const bytes = await ctx.jobs.run<Uint8Array>('committeeList', data, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const day = formatDate(asOf).replace(/\//g, '-');
  return ctx.files.put(`${data.committee.slice(0, 60)} ${day}.pdf`, 'application/pdf', bytes);
}
