/** Figures of visits and of cases of help. */
import { one, type Pair } from './indicator';

const VISITS: Pair = [
  'Lượt thăm hỏi ghi trong sổ, có ngày thăm trong kỳ; mỗi lượt là một phiếu',
  'Visits recorded with a day in the period; each has a slip of its own',
];
const DONG: Pair = ['đồng', 'đồng'];

export const CARE_INDICATORS = [
  one(
    'welfare.visits',
    ['welfare', 'turn', 'period'],
    ['Thăm hỏi ốm đau, thai sản, hiếu, hỉ', 'Visits for illness, maternity, weddings, funerals'],
    VISITS,
    ['lượt thăm hỏi', 'visits'],
  ),
  one(
    'welfare.visitsOnce',
    ['welfare', 'turn', 'period'],
    ['Thăm hỏi: phiếu và sự kiện, không tính hai lần', 'Visits: slips and events, none counted twice'],
    [
      'Số phiếu thăm hỏi trong kỳ, cộng sự kiện thăm hỏi chưa có phiếu nào gắn vào; sự kiện đã có phiếu gắn không tính thêm',
      'Visit slips of the period, and events of visiting no slip is linked to; an event with slips adds nothing',
    ],
    ['lượt thăm hỏi', 'visits'],
  ),
  one(
    'welfare.visitedPeople',
    ['welfare', 'person', 'period'],
    ['Người được thăm hỏi', 'People visited'],
    [
      'Mỗi người, mỗi tập thể tính một lần trong kỳ; người nhà không ghi tên tính ít nhất: mỗi quan hệ một người, không tính khi đã có người ghi tên',
      'Each person or department once in the period; relatives without a name as few as they can be: one of a relation, none where another has a name',
    ],
    ['người', 'people'],
  ),
  one(
    'welfare.visitMoney',
    ['welfare', 'money', 'period'],
    ['Tiền thăm hỏi', 'Money of visits'],
    [
      'Cộng tiền mặt của các lượt thăm trong kỳ; hiện vật không tính',
      'Cash of the visits of the period; gifts in kind are left out',
    ],
    DONG,
  ),
  one(
    'welfare.casesOpen',
    ['welfare', 'case', 'asOf'],
    ['Hồ sơ trợ giúp đang theo dõi', 'Cases of help under way'],
    ['Hồ sơ trợ giúp, nhà ở đã mở và chưa xong trong ngày tính', 'Cases opened and not closed on the day'],
    ['hồ sơ', 'cases'],
  ),
  one(
    'welfare.casesFinished',
    ['welfare', 'case', 'period'],
    ['Hồ sơ trợ giúp đã xong', 'Cases of help finished'],
    ['Hồ sơ trợ giúp, nhà ở ghi xong trong kỳ', 'Cases finished in the period'],
    ['hồ sơ', 'cases'],
  ),
  one(
    'welfare.caseMoney',
    ['welfare', 'money', 'period'],
    ['Tiền trợ giúp, nhà ở', 'Money of cases of help'],
    [
      'Cộng các khoản của hồ sơ có ngày trong kỳ, không tính phần gia đình tự lo',
      'Sums of cases dated in the period, without what families paid themselves',
    ],
    DONG,
  ),
] as const;
