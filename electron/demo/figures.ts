/** What the invented union types each year because no record tells it, with its source; and one change in counting. */
import type { InputOf } from '../../shared/contract';
import type { Invoke } from './seed';

type Typed = InputOf<'figures.saveTyped'>;

/** A whole month of a year. */
const month = (year: number, at: number) => {
  const text = `${year}-${String(at).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return { from: `${text}-01`, to: `${text}-${last}` };
};

/** The `at`-th of three years. */
function typedOf(year: number, at: number): Typed[] {
  const report = `Báo cáo số lượng, chất lượng nhân lực năm ${year}, Phòng Tổ chức – Hành chính`;
  const day = `${year}-01-15`;
  return [
    {
      indicator: 'organisation.staffFemale',
      from: day,
      to: day,
      value: [211, 213, 214][at]!,
      source: report,
    },
    {
      indicator: 'events.resolutionStudy',
      ...month(year, 3),
      part: [301, 306, 309][at]!,
      whole: [318, 320, 322][at]!,
      source: 'Danh sách học nghị quyết, Chi bộ Trung tâm Y tế',
    },
    {
      indicator: 'events.conduct',
      ...month(year, 2),
      value: 100,
      source: 'Bản đăng ký thực hiện Quy tắc ứng xử của các khoa, phòng',
    },
    {
      indicator: 'awards.womenRegistered',
      ...month(year, 3),
      value: 100,
      source: 'Bản đăng ký Giỏi việc nước – đảm việc nhà, Ban nữ công',
    },
    {
      indicator: 'events.bloodUnits',
      ...month(year, 6),
      value: [57, 55, 57][at]!,
      source: 'Giấy xác nhận của Hội Chữ thập đỏ tỉnh Thanh Lâm',
    },
    {
      indicator: 'events.excursionMoney',
      ...month(year, 10),
      value: [88_200_000, 96_600_000, 105_000_000][at]!,
      source: 'Quyết toán chuyến tham quan, thủ quỹ công đoàn',
    },
    {
      indicator: 'awards.initiative',
      ...month(year, 11),
      value: [6, 8, 7][at]!,
      instead: true,
      source: `Quyết định công nhận sáng kiến năm ${year} của Trung tâm Y tế`,
    },
  ];
}

export async function seedFigures(invoke: Invoke, year: number, today: string): Promise<void> {
  for (const [at, one] of [year - 2, year - 1, year].entries())
    for (const fields of typedOf(one, at))
      if (fields.from <= today) await invoke('figures.saveTyped', fields);
  await invoke('figures.saveTyped', {
    indicator: 'welfare.giftsOf.tet',
    ...month(year, 1),
    wording: 'hàng trăm',
    source: 'Báo cáo của các tổ công đoàn tự vận động tặng quà Tết',
  });
  await invoke('figures.saveChange', {
    indicator: 'welfare.visits',
    validFrom: `${year}-01-01`,
    what: 'mỗi lượt thăm hỏi có phiếu riêng; trước đó chỉ ghi sổ tay, chưa nhập vào sổ này',
  });
}
