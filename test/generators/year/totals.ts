/** What a year adds up to, under names instead of ids: reckoned from the facts and read back from the program alike. */
type Sums = Readonly<Record<string, number>>;

/** Of a year with visits. */
export interface CareTotals {
  readonly care: { readonly figures: Sums; readonly reasons: Sums };
  /** Of each month: members, owed, paid. */
  readonly dues: readonly (readonly number[])[];
  readonly drive: Sums;
  readonly donors: Sums;
}
export interface YearTotals extends Partial<CareTotals> {
  readonly members: {
    readonly figures: Sums;
    readonly byStatus: Sums;
    readonly byDepartment: Sums;
    readonly byGender: Sums;
  };
  readonly events: {
    readonly figures: Sums;
    /** Turns are null where none of the kind has its participation recorded. */
    readonly byKind: Readonly<Record<string, { readonly events: number; readonly turns: number | null }>>;
    readonly months: readonly { readonly events: number; readonly turns: number }[];
    /** "216/309 member", "46 person", "hàng trăm", "" */
    readonly participation: Readonly<Record<string, string>>;
    /** Came of those meant, by department: "12/15". */
    readonly departments: Readonly<Record<string, Readonly<Record<string, string>>>>;
    /** People of groups, how many came at all, comings. */
    readonly groups: Readonly<Record<string, string>>;
  };
  readonly training: Sums;
  readonly contests: Readonly<Record<string, Sums>>;
  readonly welfare: {
    readonly figures: Sums;
    readonly sources: Sums;
    readonly occasions: Sums;
    readonly preparing: Sums;
    readonly campaigns: Readonly<Record<string, Sums>>;
    /** Gifts and people given by department, of the Tết campaign: "18/21". */
    readonly shares: Readonly<Record<string, string>>;
  };
  readonly funds: Readonly<Record<string, FundTotals>>;
  readonly vouchers: Sums;
  readonly checks: Sums;
}
export interface FundTotals {
  readonly figures: Sums;
  readonly closedTo: string | null;
  /** By the code of the category; "" without one. */
  readonly statement: Sums;
  readonly closing: Sums;
  /** Each quarter: opening, received, paid, closing. */
  readonly quarters: readonly (readonly number[])[];
}

export const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
