/** Between the contract's field names and the columns of a campaign and of its lines. */
import type { z } from 'zod';
import { AppError } from '../../../shared/contract/errors';
import type { campaignFields, campaignRow, recipientRow } from '../../../shared/contract/welfareFields';
import { dateOf, occasionOf } from '../../../shared/domain/occasions';
import { type GiftCategory, meanWorth } from '../../../shared/domain/welfare';
import { fold } from '../../../shared/text/fold';
import { sortKey } from '../../../shared/text/sortKey';
import type { Ctx } from '../../ipc/context';
import type { NewLine, NumberedLine } from './linesRepository';
import * as repo from './repository';

export type CampaignFields = { [K in keyof typeof campaignFields]: z.output<(typeof campaignFields)[K]> };
type Row = z.output<typeof campaignRow>;
type Line = z.output<typeof recipientRow>;

export const toColumns = (f: CampaignFields): repo.EditableCampaign => ({
  name: f.name,
  search_key: fold([f.name, f.place, f.programme, f.decision].filter(Boolean).join(' ')),
  occasion: f.occasion,
  year: f.year,
  on_date: f.onDate,
  ends_on: f.endsOn,
  place: f.place,
  budget: f.budget,
  kind: f.kind,
  count_value: f.count?.value ?? null,
  count_flag: f.count?.flag ?? null,
  count_wording: f.count?.wording ?? null,
  count_amount: f.count?.amount ?? null,
  count_source: f.count?.source ?? null,
  household_once: f.householdOnce ? 1 : 0,
  programme: f.programme,
  decision: f.decision,
  preparer: f.preparer,
  treasurer: f.treasurer,
  orientation: f.orientation,
  grouped: f.grouped ? 1 : 0,
  note: f.note,
});

export const partColumns = (f: Pick<CampaignFields, 'values' | 'sources'>) => ({
  values: f.values.map((value) => ({
    category: value.category,
    cash: value.cash,
    kind_text: value.kindText,
    kind_value: value.kindValue,
  })),
  sources: f.sources.map(({ kind, name, amount, earmarkId }) => ({ kind, name, amount, earmarkId })),
});

export const countOf = (r: repo.CampaignRecord): CampaignFields['count'] =>
  r.kind === 'count' && r.count_source !== null
    ? {
        value: r.count_value,
        flag: r.count_flag ?? 'exact',
        wording: r.count_wording,
        amount: r.count_amount,
        source: r.count_source,
      }
    : null;

/** A campaign under the contract's field names. */
export function toFields(ctx: Pick<Ctx, 'db'>, r: repo.CampaignRecord): CampaignFields {
  return {
    name: r.name,
    occasion: r.occasion,
    year: r.year,
    onDate: r.on_date,
    endsOn: r.ends_on,
    place: r.place,
    budget: r.budget,
    householdOnce: r.household_once === 1,
    programme: r.programme,
    decision: r.decision,
    preparer: r.preparer,
    treasurer: r.treasurer,
    orientation: r.orientation,
    grouped: r.grouped === 1,
    note: r.note,
    values: repo.valuesOf(ctx.db, r.id).map((value) => ({
      category: value.category,
      cash: value.cash,
      kindText: value.kind_text,
      kindValue: value.kind_value,
    })),
    sources: repo.sourcesOf(ctx.db, r.id),
    kind: r.kind,
    count: countOf(r),
  };
}

export function totalsOf(sums: repo.Sums): Row['totals'] {
  const total = sums.cash + sums.kind_value;
  return {
    gifts: sums.gifts,
    cash: sums.cash,
    kindValue: sums.kind_value,
    total,
    mean: meanWorth(total, sums.gifts),
    received: sums.received,
    unsigned: sums.gifts - sums.received,
    sources: sums.sources,
  };
}

/** Name of an occasion, and the day it falls on in a year. */
export function occasionFacts(
  ctx: Pick<Ctx, 'db'>,
  code: string | null,
  year: number,
): { occasionName: string | null; occasionNameEn: string | null; occasionDay: string | null } {
  if (code === null) return { occasionName: null, occasionNameEn: null, occasionDay: null };
  const own = /^own:(\d+)$/.exec(code)?.[1];
  const builtIn = own === undefined ? occasionOf(code) : undefined;
  if (builtIn)
    return {
      occasionName: builtIn.name,
      occasionNameEn: builtIn.nameEn,
      occasionDay: dateOf(builtIn, year),
    };
  const row = own === undefined ? undefined : repo.ownOccasion(ctx.db, Number(own));
  return {
    occasionName: row?.name ?? null,
    occasionNameEn: row?.name ?? null,
    occasionDay: row ? dateOf(row, year) : null,
  };
}

export function toRow(ctx: Pick<Ctx, 'db'>, r: repo.ListedCampaign): Row {
  const { occasionName, occasionNameEn } = occasionFacts(ctx, r.occasion, r.year);
  return {
    id: r.id,
    version: r.version,
    name: r.name,
    occasion: r.occasion,
    occasionName,
    occasionNameEn,
    year: r.year,
    onDate: r.on_date,
    endsOn: r.ends_on,
    place: r.place,
    state: r.state,
    kind: r.kind,
    count: countOf(r),
    budget: r.budget,
    totals: totalsOf(r),
    vouchers: r.vouchers,
    exception: r.exception,
  };
}

const whoOf = (r: NumberedLine): Line['who'] =>
  r.member_id !== null
    ? 'member'
    : r.child_id !== null
      ? 'child'
      : r.org_unit_id !== null
        ? 'collective'
        : 'outsider';

export const toLine = (r: NumberedLine): Line => ({
  id: r.id,
  version: r.version,
  campaignId: r.campaign_id,
  number: r.number,
  who: whoOf(r),
  memberId: r.member_id,
  childId: r.child_id,
  orgUnitId: r.org_unit_id,
  name: r.name,
  birthYear: r.birth_year,
  departmentId: r.department_id,
  department: r.department_name,
  address: r.address,
  relation: r.relation,
  category: r.category,
  cash: r.cash,
  kindText: r.kind_text,
  kindValue: r.kind_value,
  note: r.note,
  receivedOn: r.received_on,
  receivedBy: r.received_by,
});

/** A line before it has a place: nothing known but a name. */
export const blankLine = (
  name: string,
): Omit<NewLine, 'ordinal' | 'category' | 'cash' | 'kind_text' | 'kind_value'> => ({
  member_id: null,
  child_id: null,
  org_unit_id: null,
  name,
  name_key: fold(name),
  sort_key: sortKey(name),
  birth_year: null,
  department_id: null,
  department_name: null,
  address: null,
  relation: null,
  note: null,
});

/** What one of a category is given in a campaign; nothing where the plan does not say. */
export function worthOf(
  values: readonly repo.ValueRecord[],
  category: GiftCategory,
): Pick<NewLine, 'category' | 'cash' | 'kind_text' | 'kind_value'> {
  const value =
    values.find((one) => one.category === category) ??
    values.find((one) => one.category === 'standard') ??
    values[0];
  return {
    category,
    cash: value?.cash ?? 0,
    kind_text: value?.kind_text ?? null,
    kind_value: value?.kind_value ?? 0,
  };
}

/** A campaign that is not in the trash. Errors: NOT_FOUND. */
export function liveCampaign(ctx: Pick<Ctx, 'db'>, id: number): repo.CampaignRecord {
  const row = repo.campaignById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** A campaign whose list may still change. Errors: NOT_FOUND, WELFARE_COUNT_ONLY, WELFARE_LISTED. */
export function openList(ctx: Pick<Ctx, 'db'>, id: number): repo.CampaignRecord {
  const row = liveCampaign(ctx, id);
  if (row.kind === 'count') throw new AppError('WELFARE_COUNT_ONLY');
  if (row.state !== 'draft') throw new AppError('WELFARE_LISTED');
  return row;
}

/** A campaign that is not settled. Errors: NOT_FOUND, CLOSED. */
export function unsettled(ctx: Pick<Ctx, 'db'>, id: number): repo.CampaignRecord {
  const row = liveCampaign(ctx, id);
  if (row.state === 'settled') throw new AppError('CLOSED');
  return row;
}
