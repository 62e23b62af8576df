/** What a year must add up to, by plain arithmetic on its facts. */
import { meantOn } from './events';
import { expectedCare } from './expectedCare';
import { expectedMoney } from './expectedMoney';
import { activeOn, departmentOn, giftsOf, type Happening, type Person, YEAR, type Year } from './facts';
import { ownShare } from './money';
import type { YearTotals } from './totals';

const END = `${YEAR}-12-31`;

/** How many times each key comes. */
export function tally<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}
export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** The same object with each value made anew. */
export const mapped = <T, R>(rows: readonly T[], keyOf: (row: T) => string, make: (row: T) => R) =>
  Object.fromEntries(rows.map((row) => [keyOf(row), make(row)]));

function members(year: Year): YearTotals['members'] {
  const active = year.people.filter((person) => activeOn(person, END));
  const shortOf = (at: number) => year.departments[at]!.shortName;
  return {
    figures: {
      'members.active': active.length,
      'members.female': active.filter((person) => person.gender === 'female').length,
      'members.male': active.filter((person) => person.gender === 'male').length,
      'members.joined': year.people.filter((person) => person.joined.startsWith(String(YEAR))).length,
      'members.left': year.people.filter((person) => person.left !== null).length,
      'members.without.cardNo': active.filter((person) => person.cardNo === null).length,
    },
    byStatus: tally(year.people, (person) => person.left?.status ?? 'active'),
    byDepartment: tally(active, (person) => shortOf(departmentOn(person, END))),
    byGender: tally(active, (person) => person.gender),
  };
}

const cameTo = (group: {
  members: readonly Person[];
  guests: readonly string[];
  absent: readonly (readonly number[])[];
}) => {
  const places = [...group.members, ...group.guests].map((_, at) => at);
  const comings = places.map((at) => group.absent.filter((absent) => !absent.includes(at)).length);
  return {
    people: places.length,
    came: comings.filter((n) => n > 0).length,
    membersCame: comings.slice(0, group.members.length).filter((n) => n > 0).length,
    turns: total(comings),
  };
};

/** Who came of those an event of departments was for, each in the department of the day. */
function byDepartment(year: Year, event: Happening) {
  const { attendance, startsOn } = event;
  if (attendance.how !== 'departments') return [];
  const meant = meantOn(year.people, event.kind, startsOn);
  return year.departments.flatMap((department, at) => {
    const all = meant.filter((person) => departmentOn(person, startsOn) === at);
    if (all.length === 0) return [];
    const mark = attendance.marks.find((one) => one.department === at);
    const named = mark?.people.length ?? 0;
    const came =
      mark === undefined
        ? 0
        : { all: all.length, except: all.length - named, only: named, none: 0 }[mark.mode];
    return [{ name: department.name, came, all: all.length }];
  });
}

/** The turns an event adds, null when nothing is recorded, and its figure in words. */
function participationOf(year: Year, event: Happening): { turns: number | null; text: string } {
  const { attendance } = event;
  if (attendance.how === 'nothing') return { turns: null, text: '' };
  if (attendance.how === 'words') return { turns: null, text: attendance.wording };
  if (attendance.how === 'count') {
    const { value, unit, denominator } = attendance;
    return { turns: value, text: `${value}${denominator === null ? '' : `/${denominator}`} ${unit}` };
  }
  if (attendance.how === 'groups') {
    const { membersCame, turns } = cameTo(attendance.group);
    if (attendance.figure === 'turns') return { turns, text: `${turns} turn` };
    return { turns: membersCame, text: `${membersCame}/${attendance.group.members.length} person` };
  }
  if (attendance.how === 'invited') {
    const { came, invited } = attendance;
    return { turns: came.length, text: `${came.length}/${invited.length} person` };
  }
  const rows = byDepartment(year, event);
  const came = total(rows.map((row) => row.came));
  return {
    turns: came + attendance.outside.length,
    text: `${came}/${total(rows.map((row) => row.all))} member`,
  };
}

function events(year: Year): YearTotals['events'] {
  const rows = year.events.map((event) => ({ event, ...participationOf(year, event) }));
  const turnsOf = (some: typeof rows) => total(some.map((row) => row.turns ?? 0));
  const kinds = [...new Set(year.events.map((event) => event.kind))];
  const named = (how: Happening['attendance']['how']) =>
    year.events.filter((event) => event.attendance.how === how);
  return {
    figures: {
      'events.all': rows.length,
      'events.turns': turnsOf(rows),
      'events.unrecorded': rows.filter((row) => row.turns === null).length,
    },
    byKind: mapped(
      kinds,
      (kind) => kind,
      (kind) => {
        const some = rows.filter((row) => row.event.kind === kind);
        const known = some.filter((row) => row.turns !== null);
        return { events: some.length, turns: known.length === 0 ? null : turnsOf(known) };
      },
    ),
    months: Array.from({ length: 12 }, (_, at) => {
      const some = rows.filter((row) => Number(row.event.startsOn.slice(5, 7)) === at + 1);
      return { events: some.length, turns: turnsOf(some) };
    }),
    participation: mapped(
      rows,
      (row) => row.event.name,
      (row) => row.text,
    ),
    departments: mapped(
      named('departments'),
      (event) => event.name,
      (event) =>
        mapped(
          byDepartment(year, event),
          (row) => row.name,
          (row) => `${row.came}/${row.all}`,
        ),
    ),
    groups: mapped(
      named('groups'),
      (event) => event.name,
      ({ attendance }) => {
        if (attendance.how !== 'groups') return '';
        const { people, came, turns } = cameTo(attendance.group);
        return `${people} ${came} ${turns}`;
      },
    ),
  };
}

const invitedWhoCame = ({ attendance }: Happening): readonly Person[] =>
  attendance.how === 'invited' ? attendance.came : [];

function training(year: Year): YearTotals['training'] {
  const courses = year.events.filter((event) => event.kind === 'training');
  const came = courses.map(invitedWhoCame);
  return {
    events: courses.length,
    topics: total(courses.map((course) => course.topics?.length ?? 0)),
    tenths: total(courses.flatMap((course) => course.topics ?? [])),
    turns: total(came.map((people) => people.length)),
    people: new Set(came.flat()).size,
    certificates: total(courses.map((course, at) => (course.certificates ? came[at]!.length : 0))),
  };
}

function contests(year: Year): YearTotals['contests'] {
  const held = year.events.flatMap(({ name, entries }) => (entries ? [{ name, entries }] : []));
  return mapped(
    held,
    (contest) => contest.name,
    ({ entries }) => ({
      entries: entries.length,
      people: new Set(entries.flatMap((entry) => entry.people)).size,
      prizes: entries.filter((entry) => entry.prize !== null).length,
      money: total(entries.map((entry) => entry.prize?.money ?? 0)),
    }),
  );
}

function welfare(year: Year): YearTotals['welfare'] {
  const all = year.campaigns.map((campaign) => {
    const gifts = giftsOf(year, campaign);
    const worth = total(gifts.map((gift) => gift.cash + gift.kindValue));
    const vouchers = year.vouchers.filter((voucher) => voucher.campaign === campaign.key);
    return { campaign, gifts, worth, vouchers };
  });
  const given = all.filter(({ campaign }) => campaign.state !== 'draft');
  const drafts = all.filter(({ campaign }) => campaign.state === 'draft');
  const sources: Record<string, number> = {};
  const add = (kind: string, amount: number) => {
    sources[kind] = (sources[kind] ?? 0) + amount;
  };
  for (const { campaign } of given) {
    add('own', ownShare(year, campaign));
    for (const other of campaign.others) add(other.kind, other.amount);
  }
  const occasions: Record<string, number> = {};
  for (const { campaign, worth } of given)
    occasions[campaign.occasion ?? ''] = (occasions[campaign.occasion ?? ''] ?? 0) + worth;
  const sumOf = (some: typeof all) => total(some.map(({ worth }) => worth));
  const countOf = (some: typeof all) => total(some.map(({ gifts }) => gifts.length));
  return {
    figures: {
      campaigns: given.length,
      gifts: countOf(given),
      total: sumOf(given),
      mean: Math.floor(sumOf(given) / countOf(given) + 0.5),
      unsigned: total(given.map(({ campaign }) => campaign.unsigned)),
      unsignedCampaigns: given.filter(({ campaign }) => campaign.unsigned > 0).length,
      withoutVoucher: given.filter(
        ({ campaign, vouchers }) => vouchers.length === 0 && campaign.exception === null,
      ).length,
    },
    sources,
    occasions,
    preparing: { campaigns: drafts.length, gifts: countOf(drafts), total: sumOf(drafts) },
    campaigns: mapped(
      all,
      ({ campaign }) => campaign.name,
      ({ campaign, gifts, worth, vouchers }) => ({
        gifts: gifts.length,
        cash: total(gifts.map((gift) => gift.cash)),
        kindValue: total(gifts.map((gift) => gift.kindValue)),
        total: worth,
        received: campaign.state === 'draft' ? 0 : gifts.length - campaign.unsigned,
        sources: worth,
        vouchers: vouchers.length,
      }),
    ),
    shares: shares(year),
  };
}

function shares(year: Year): Record<string, string> {
  const tet = year.campaigns.find((campaign) => campaign.occasion === 'tet');
  if (!tet) return {};
  const people = giftsOf(year, tet).flatMap((gift) => gift.person ?? []);
  const gifts = tally(people, (person) => year.departments[departmentOn(person, tet.onDate)]!.name);
  const worth = mapped(
    year.departments,
    (one) => one.name,
    () => 0,
  );
  for (const gift of giftsOf(year, tet))
    if (gift.person) {
      const name = year.departments[departmentOn(gift.person, tet.onDate)]!.name;
      worth[name] = (worth[name] ?? 0) + gift.cash + gift.kindValue;
    }
  return mapped(
    Object.keys(gifts),
    (name) => name,
    (name) => `${gifts[name]} ${worth[name]}`,
  );
}

/** Everything a year adds up to. */
export const expectedTotals = (year: Year): YearTotals => ({
  members: members(year),
  events: events(year),
  training: training(year),
  contests: contests(year),
  welfare: welfare(year),
  ...(year.care ? expectedCare(year.care) : {}),
  ...expectedMoney(year),
});
