/**
 * What happened in an invented hospital in one year, as plain facts. The operations that enter it and the totals it
 * must give are both made from these facts, and from nothing the program says.
 */
import type { InputOf } from '../../../shared/contract';
import type { EventKindCode } from '../../../shared/domain/eventKinds';
import type { OccasionCode } from '../../../shared/domain/occasions';
import type { GiftCategory, GiftSource } from '../../../shared/domain/welfare';
import type { CareAndDues } from './careAndDues';

export const YEAR = 2025;

export interface Person {
  readonly key: string;
  readonly fullName: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  /** Place in the list of departments, at the beginning. */
  readonly department: number;
  readonly jobTitle: string;
  readonly cardNo: string | null;
  /** Of any precision. */
  readonly joined: string;
  readonly hardship: 'hard' | 'very_hard' | null;
  readonly left: { readonly status: 'retired' | 'transferred' | 'left' | 'died'; readonly on: string } | null;
  readonly moved: { readonly to: number; readonly on: string } | null;
}
export interface Child {
  readonly key: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly parents: readonly Person[];
}
export interface Couple {
  readonly wife: Person;
  readonly husband: Person;
}

export const activeOn = (person: Person, day: string): boolean =>
  person.joined <= day && (person.left === null || day < person.left.on);
export const departmentOn = (person: Person, day: string): number =>
  person.moved !== null && person.moved.on <= day ? person.moved.to : person.department;
/** Full years on a day. */
export const ageOn = (birthDate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);

export interface DepartmentMark {
  readonly department: number;
  readonly mode: 'all' | 'except' | 'only' | 'none';
  readonly people: readonly Person[];
}
export type Attendance =
  | {
      readonly how: 'departments';
      readonly marks: readonly DepartmentMark[];
      readonly outside: readonly Person[];
    }
  | { readonly how: 'invited'; readonly invited: readonly Person[]; readonly came: readonly Person[] }
  | {
      readonly how: 'count';
      readonly value: number;
      readonly unit: 'member' | 'person' | 'turn';
      readonly denominator: number | null;
    }
  | { readonly how: 'words'; readonly wording: string }
  | { readonly how: 'groups'; readonly figure: 'people' | 'turns'; readonly group: Group }
  | { readonly how: 'nothing' };
/** A group that meets in sessions: `absent[s]` are the places of those missing from session s. */
export interface Group {
  readonly members: readonly Person[];
  readonly guests: readonly string[];
  readonly absent: readonly (readonly number[])[];
}
export interface Entry {
  readonly kind: 'person' | 'team';
  readonly name: string | null;
  readonly people: readonly Person[];
  readonly prize: { readonly rank: 'first' | 'second' | 'third'; readonly money: number } | null;
}
export interface Happening {
  readonly key: string;
  readonly kind: EventKindCode;
  readonly name: string;
  readonly startsOn: string;
  readonly attendance: Attendance;
  /** Tenths of a period of each topic. */
  readonly topics?: readonly number[];
  readonly certificates?: boolean;
  readonly entries?: readonly Entry[];
}

export interface Worth {
  readonly cash: number;
  readonly kindText?: string;
  readonly kindValue?: number;
}
export type Choice =
  | {
      readonly by: 'members';
      readonly filter: InputOf<'welfare.addMembers'>['filter'];
      readonly meant: (person: Person) => boolean;
      readonly category: GiftCategory | 'byHardship';
      readonly householdOnce: boolean;
    }
  /** By name. */
  | { readonly by: 'people'; readonly people: readonly Person[]; readonly category: GiftCategory }
  | { readonly by: 'children'; readonly under: number }
  | { readonly by: 'departments'; readonly departments: readonly number[] }
  | { readonly by: 'outsiders'; readonly names: readonly string[]; readonly category: GiftCategory };
export interface Campaign {
  readonly key: string;
  readonly name: string;
  readonly occasion: OccasionCode | null;
  readonly onDate: string;
  readonly values: Readonly<Partial<Record<GiftCategory, Worth>>>;
  readonly choices: readonly Choice[];
  /** Shares of the total by others; the own fund gives the rest. */
  readonly others: readonly { readonly kind: Exclude<GiftSource, 'own'>; readonly amount: number }[];
  readonly state: 'draft' | 'given' | 'settled';
  /** Of the last choice, so many have not signed. */
  readonly unsigned: number;
  readonly exception: string | null;
}
export interface Gift {
  readonly person: Person | null;
  readonly child: Child | null;
  readonly cash: number;
  readonly kindValue: number;
}

export type FundKey = 'own' | 'help' | 'sport';
export interface Fund {
  readonly key: FundKey;
  readonly name: string;
  readonly openingCash: number;
  readonly openingBank: number;
}

export interface Voucher {
  readonly key: string;
  readonly fund: FundKey;
  readonly kind: 'receipt' | 'payment';
  readonly onDate: string;
  readonly holding: 'cash' | 'bank';
  readonly category: string | null;
  readonly amount: number;
  readonly reason: string;
  readonly papers: boolean;
  readonly person: Person | null;
  readonly state: 'numbered' | 'draft' | 'cancelled';
  /** Typed wrongly at first, and mended before anybody else saw it. */
  readonly typedAs: number | null;
  /** What the amount should have been, found out later. */
  readonly corrected: { readonly onDate: string; readonly amount: number } | null;
  /** Pays for the gifts of a campaign. */
  readonly campaign: string | null;
  /** The part that enters it; without: it is written in the cash book itself. */
  readonly by?: 'visits' | 'dues' | 'drive' | 'donor';
}

export interface Year {
  readonly departments: readonly { readonly name: string; readonly shortName: string }[];
  readonly people: readonly Person[];
  readonly couples: readonly Couple[];
  readonly children: readonly Child[];
  readonly events: readonly Happening[];
  readonly campaigns: readonly Campaign[];
  readonly care: CareAndDues | null;
  readonly funds: readonly Fund[];
  readonly vouchers: readonly Voucher[];
  /** Fund and the period closed. */
  readonly closings: readonly { readonly fund: FundKey; readonly period: string; readonly to: string }[];
  readonly budget: readonly { readonly category: string; readonly amount: number }[];
}

/** Gifts of a campaign in the order they were chosen. */
export function giftsOf(year: Pick<Year, 'people' | 'couples' | 'children'>, campaign: Campaign): Gift[] {
  const day = campaign.onDate;
  const listed = new Set<Person>();
  return campaign.choices.flatMap((choice): Gift[] => {
    const gift = (category: GiftCategory, who: Partial<Gift> = {}): Gift => ({
      person: null,
      child: null,
      cash: campaign.values[category]?.cash ?? 0,
      kindValue: campaign.values[category]?.kindValue ?? 0,
      ...who,
    });
    if (choice.by === 'outsiders') return choice.names.map(() => gift(choice.category));
    if (choice.by === 'departments') return choice.departments.map(() => gift('collective'));
    if (choice.by === 'children')
      return year.children
        .filter((child) => child.birthDate <= day && ageOn(child.birthDate, day) < choice.under)
        .filter((child) => child.parents.some((parent) => activeOn(parent, day)))
        .map((child) => gift('child', { child }));
    const people = (choice.by === 'people' ? choice.people : year.people.filter(choice.meant)).filter(
      (person) => activeOn(person, day) && !listed.has(person),
    );
    const once = choice.by === 'members' && choice.householdOnce;
    const kept = once ? oneOfEachCouple(year.couples, people) : people;
    for (const person of kept) listed.add(person);
    const category = choice.category;
    return kept.map((person) =>
      gift(category === 'byHardship' ? (person.hardship ?? 'standard') : category, { person }),
    );
  });
}

/** Of a couple one is left out; which of the two makes no difference to any total if both are alike in worth. */
function oneOfEachCouple(couples: readonly Couple[], people: readonly Person[]): Person[] {
  const chosen = new Set(people);
  const out = new Set(
    couples
      .filter(({ wife, husband }) => chosen.has(wife) && chosen.has(husband))
      .map(({ husband }) => husband),
  );
  return people.filter((person) => !out.has(person));
}
