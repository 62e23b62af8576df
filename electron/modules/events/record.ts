/** Between the contract's field names and the columns of an event; its figure and its place in time. */
import type { z } from 'zod';
import type { eventRow } from '../../../shared/contract/eventRow';
import type { eventFields } from '../../../shared/contract/events';
import { dateBounds } from '../../../shared/domain/dates';
import type { Participation } from '../../../shared/domain/eventFigures';
import { fold } from '../../../shared/text/fold';
import type { OutputOf } from '../../ipc/context';
import type { EditableEvent, EventRecord, ListedEvent } from './repository';

export type EventFields = { [K in keyof typeof eventFields]: z.output<(typeof eventFields)[K]> };

/** Columns for a record form. */
export function toColumns(f: EventFields): EditableEvent {
  const bounds = dateBounds(f.startsOn);
  return {
    kind: f.kind,
    name: f.name,
    search_key: fold([f.name, f.place, f.organiserName].filter(Boolean).join(' ')),
    mode: f.mode,
    starts_on: f.startsOn,
    ends_on: f.endsOn,
    starts_at: f.startsAt,
    ends_at: f.endsAt,
    first_day: bounds.first,
    last_day: bounds.last,
    place: f.place,
    organiser_level: f.organiserLevel,
    organiser_name: f.organiserName,
    audience: f.audience,
    sequence: f.sequence,
    sessions: f.sessions,
    content: f.content,
    result: f.result,
    documents: f.documents,
  };
}

/** A stored event under the contract's field names. */
export function toFields(r: EventRecord): EventFields {
  return {
    kind: r.kind,
    name: r.name,
    mode: r.mode,
    startsOn: r.starts_on,
    endsOn: r.ends_on,
    startsAt: r.starts_at,
    endsAt: r.ends_at,
    place: r.place,
    organiserLevel: r.organiser_level,
    organiserName: r.organiser_name,
    audience: r.audience,
    sequence: r.sequence,
    sessions: r.sessions,
    content: r.content,
    result: r.result,
    documents: r.documents,
  };
}

/** The event's figure: a count without names where there is one, else the people of its list. */
export function figureOf(r: ListedEvent): Participation | null {
  if (r.count_value !== null && r.count_unit !== null)
    return {
      value: r.count_value,
      unit: r.count_unit,
      flag: r.count_flag,
      whole: r.denominator,
      asOf: r.denominator_on,
    };
  if (r.present_count === null) return null;
  const unit = r.audience === 'invited' ? 'person' : 'member';
  if (!r.eligible_count) return { value: r.present_count, unit, flag: 'exact', whole: null, asOf: null };
  return { value: r.present_eligible ?? 0, unit, flag: 'exact', whole: r.eligible_count, asOf: r.taken_on };
}

/** The count without names, as the contract shows it. */
export function countOf(r: EventRecord): OutputOf<'events.get'>['count'] {
  if (r.count_wording !== null) {
    const { count_wording: wording, count_source: source } = r;
    return {
      value: null,
      unit: 'person',
      flag: 'exact',
      denominator: null,
      denominatorOn: null,
      wording,
      source,
    };
  }
  if (r.count_value === null || r.count_unit === null) return null;
  return {
    value: r.count_value,
    wording: null,
    source: r.count_source,
    unit: r.count_unit,
    flag: r.count_flag,
    denominator: r.denominator,
    denominatorOn: r.denominator_on,
  };
}

/** What is said of how many came where no number is known: "hàng trăm người". */
export const wordingOf = (r: EventRecord): string | null =>
  r.count_value === null && r.present_count === null ? r.count_wording : null;

/** A row of the list. */
export function toRow(r: ListedEvent): z.output<typeof eventRow> {
  return {
    id: r.id,
    version: r.version,
    kind: r.kind,
    name: r.name,
    mode: r.mode,
    startsOn: r.starts_on,
    endsOn: r.ends_on,
    place: r.place,
    organiserLevel: r.organiser_level,
    organiserName: r.organiser_name,
    sequence: r.sequence,
    participation: figureOf(r),
    wording: wordingOf(r),
  };
}
