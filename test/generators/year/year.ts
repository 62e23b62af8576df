/** An invented hospital's year: the same facts every time. */
import { DEPARTMENTS } from '../../../electron/demo/people';
import { Random } from '../people';
import { makeCareAndDues } from './careAndDues';
import { makeEvents } from './events';
import { YEAR, type Year } from './facts';
import { makeCampaigns } from './gifts';
import { makeVouchers } from './money';
import { makeChildren, makeCouples, makePeople } from './people';

export function inventYear(seed = 2025): Year {
  const random = new Random(seed);
  const departments = DEPARTMENTS.map(({ name, shortName }) => ({ name, shortName }));
  const people = makePeople();
  const couples = makeCouples(people, random);
  const children = makeChildren(people, couples, random);
  const events = makeEvents(people, random);
  const campaigns = makeCampaigns({ departments, people, couples, children });
  const year: Year = {
    ...{ departments, people, couples, children, events, campaigns },
    care: makeCareAndDues({ departments, people }, new Random(seed + 1)),
    vouchers: [],
    funds: [
      { key: 'own', name: 'Quỹ công đoàn cơ sở', openingCash: 46_250_000, openingBank: 412_800_000 },
      { key: 'help', name: 'Quỹ tình nghĩa', openingCash: 18_400_000, openingBank: 0 },
      { key: 'sport', name: 'Quỹ văn hóa, thể thao', openingCash: 9_750_000, openingBank: 25_000_000 },
    ],
    closings: [
      { fund: 'own', period: `${YEAR}-Q2`, to: `${YEAR}-06-30` },
      { fund: 'help', period: `${YEAR}-06`, to: `${YEAR}-06-30` },
      { fund: 'sport', period: `${YEAR}-Q2`, to: `${YEAR}-06-30` },
    ],
    budget: [
      { category: 'T-DP', amount: 160_000_000 },
      { category: 'T-KP', amount: 390_000_000 },
      { category: 'C-QT', amount: 220_000_000 },
      { category: 'C-TH', amount: 90_000_000 },
      { category: 'C-PT', amount: 60_000_000 },
    ],
  };
  return { ...year, vouchers: makeVouchers(year, random) };
}
