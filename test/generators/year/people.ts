/** The people of the invented hospital: 320, with joins, leaves and moves in the year, couples and children. */
import { DEPARTMENTS, inventPeople } from '../../../electron/demo/people';
import type { Random } from '../people';
import { type Child, type Couple, type Person, YEAR } from './facts';

const CHILD_NAMES = 'An|Bảo|Chi|Đăng|Hân|Khang|Linh|My|Ngân|Phúc|Quân|Thư|Vy|Yên'.split('|');
const LEAVES = [
  ['retired', '03-01'],
  ['retired', '05-15'],
  ['retired', '07-01'],
  ['retired', '09-01'],
  ['retired', '12-01'],
  ['transferred', '02-17'],
  ['transferred', '06-09'],
  ['transferred', '10-13'],
  ['left', '04-21'],
  ['left', '08-04'],
  ['left', '11-10'],
  ['died', '09-22'],
] as const;
/** Days of joining, some known only by their month. */
const JOINS = [
  '01-06',
  '02',
  '03-12',
  '04',
  '05-19',
  '06-23',
  '07',
  '08-11',
  '09-08',
  '10-06',
  '11',
  '12-15',
];
const MOVES = ['02-10', '03-17', '05-05', '06-16', '08-18', '09-15', '10-20', '12-08'];

/** Everybody who is or was in the register in the year; the same every time. */
export function makePeople(count = 320): Person[] {
  return inventPeople(count, YEAR - 1, 20250101).map((one, at): Person => {
    const leave = at >= 40 && at % 20 === 0 ? LEAVES[(at - 40) / 20] : undefined;
    const join = at >= 100 && at % 17 === 3 ? JOINS[Math.floor((at - 100) / 17)] : undefined;
    const move = at >= 30 && at % 31 === 7 ? MOVES[Math.floor((at - 30) / 31)] : undefined;
    return {
      key: `member-${at + 1}`,
      fullName: one.fullName,
      gender: one.gender,
      // Known by its year alone a birth is left so, save where the year does not say who is fifty.
      birthDate: one.birthDate === String(YEAR - 50) ? `${YEAR - 50}-03-03` : one.birthDate,
      department: one.department,
      jobTitle: one.jobTitle,
      cardNo: one.cardNo,
      joined: join === undefined ? one.unionJoinDate : `${YEAR}-${join}`,
      hardship: at % 23 === 4 ? 'hard' : at % 61 === 9 ? 'very_hard' : null,
      left: leave === undefined ? null : { status: leave[0], on: `${YEAR}-${leave[1]}` },
      moved:
        move === undefined ? null : { to: (one.department + 5) % DEPARTMENTS.length, on: `${YEAR}-${move}` },
    };
  });
}

/** Couples who both work there; neither is in hardship, so that their gifts are alike. */
export function makeCouples(people: readonly Person[], random: Random): Couple[] {
  const free = random.shuffle(
    people.filter((person) => person.hardship === null && person.left === null && person.joined < `${YEAR}`),
  );
  const wives = free.filter((person) => person.gender === 'female').slice(0, 9);
  const husbands = free.filter((person) => person.gender === 'male').slice(0, 9);
  return wives.map((wife, at) => ({ wife, husband: husbands[at]! }));
}

/** Children of all ages up to 19; those of a couple have two parents in the register. */
export function makeChildren(people: readonly Person[], couples: readonly Couple[], random: Random): Child[] {
  const inCouple = new Set(couples.flatMap(({ wife, husband }) => [wife, husband]));
  const others = random
    .shuffle(people.filter((person) => !inCouple.has(person)))
    .slice(0, 62)
    .map((person) => [person]);
  const families: Person[][] = [...couples.map(({ wife, husband }) => [wife, husband]), ...others];
  return families.flatMap((parents, family) =>
    Array.from({ length: 1 + (family % 2) }, (_, at): Child => {
      const month = String(random.int(1, 12)).padStart(2, '0');
      const day = String(random.int(1, 28)).padStart(2, '0');
      return {
        key: `child-${family + 1}-${at + 1}`,
        fullName: `${parents[0]!.fullName.split(' ')[0]} ${random.pick(CHILD_NAMES)} ${random.pick(CHILD_NAMES)}`,
        birthDate: `${YEAR - random.int(1, 19)}-${month}-${day}`,
        parents,
      };
    }),
  );
}
