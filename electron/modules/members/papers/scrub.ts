/** One table that tells of a member, and what happens to its rows when the member is made anonymous. */
export const HIDDEN = 'ẩn danh';

export interface Scrub {
  /** Kind of record, as counted in the preview; '' is not counted. */
  readonly entity: string;
  /** 'table.column' that points at a member and is taken care of here. */
  readonly links: readonly string[];
  /** Rows of the person, as an SQL condition on the table. */
  readonly table: string;
  readonly where: string;
  /** What happens to them. */
  readonly set: string | 'delete' | 'keep';
}
