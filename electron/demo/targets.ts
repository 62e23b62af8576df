/** Resolutions of three levels and of the unit's two terms, with targets counted from the register or typed with a source. */
import type { InputOf } from '../../shared/contract';
import type { Invoke } from './seed';

type Target = Omit<InputOf<'targets.save'>, 'resolutionId' | 'values'> & {
  /** Of each year from two years ago. */
  asked: number;
  term?: number;
  /** Typed: of two years ago, last year, this year; part and whole of a percentage. */
  reached?: readonly (number | readonly [part: number, whole: number])[];
  source?: string;
};

const RATE = { percent: true, counting: 'level' } as const;
const UPPER: readonly Target[] = [
  {
    ...{ text: 'Đoàn viên được chăm lo, hưởng phúc lợi do công đoàn tổ chức', unit: 'đoàn viên' },
    ...{
      ...RATE,
      pace: 'end',
      asked: 100,
      reached: [
        [298, 301],
        [312, 312],
        [309, 320],
      ],
    },
    source: 'Danh sách ký nhận quà Tết và phúc lợi',
  },
  {
    ...{ text: 'Kết nạp đoàn viên mới', unit: 'đoàn viên', indicator: 'members.joined' },
    ...{ asked: 40, term: 200 },
  },
];
const PROVINCE: readonly Target[] = [
  {
    ...{ text: 'Tổ công đoàn tổ chức hội nghị góp ý trước hội nghị viên chức', unit: 'tổ' },
    ...{
      ...RATE,
      pace: 'end',
      direction: 'equal',
      asked: 100,
      reached: [
        [15, 16],
        [16, 16],
        [16, 16],
      ],
    },
    source: 'Biên bản hội nghị tổ',
  },
  {
    ...{ text: 'Giới thiệu đoàn viên ưu tú cho Đảng xem xét, bồi dưỡng', unit: 'đoàn viên' },
    ...{ asked: 10, term: 50, indicator: 'party.nominated' },
  },
  {
    ...{ text: 'Đoàn viên ưu tú được kết nạp Đảng', unit: 'đoàn viên' },
    ...{ asked: 40, term: 200, indicator: 'party.admitted' },
  },
  {
    ...{ text: 'Cán bộ công đoàn được tập huấn nghiệp vụ', unit: 'cán bộ' },
    ...{
      ...RATE,
      pace: 'end',
      asked: 90,
      reached: [
        [34, 40],
        [38, 41],
        [39, 42],
      ],
      source: 'Danh sách lớp tập huấn',
    },
  },
];
const OWN: readonly Target[] = [
  {
    ...{ text: 'Tỷ lệ tập hợp người lao động vào công đoàn', unit: 'người lao động' },
    ...{ ...RATE, pace: 'always', indicator: 'members.gatherRate', asked: 95 },
  },
  {
    ...{ text: 'Hồ sơ đoàn viên đầy đủ thông tin', unit: 'đoàn viên' },
    ...{ ...RATE, pace: 'end', indicator: 'members.completeness', asked: 90 },
  },
  {
    ...{
      text: 'Tổ chức các cuộc họp Ban Chấp hành',
      unit: 'cuộc',
      indicator: 'events.kind.committee_meeting',
    },
    asked: 4,
  },
  {
    ...{ text: 'Tổ chức các buổi tuyên truyền, phổ biến pháp luật', unit: 'buổi' },
    ...{ indicator: 'events.kind.communication', asked: 4, term: 20 },
  },
  {
    ...{
      text: 'Lớp tập huấn cho tổ trưởng, tổ phó công đoàn',
      unit: 'lớp',
      indicator: 'events.kind.training',
    },
    asked: 1,
  },
  {
    ...{ text: 'Đơn vị máu thu được từ các đợt hiến máu', unit: 'đơn vị máu', pace: 'months' },
    ...{ asked: 80, reached: [72, 85, 61], source: 'Xác nhận của Hội Chữ thập đỏ' },
  },
  {
    ...{ text: 'Đơn thư khiếu kiện vượt cấp', unit: 'đơn', direction: 'atMost', pace: 'end', asked: 0 },
    ...{ reached: [0, 0, 0], source: 'Sổ tiếp nhận đơn thư' },
  },
];
/** By the end of each month, of one hundred. */
const BLOOD = [0, 0, 30, 30, 30, 60, 60, 60, 60, 100, 100, 100];

async function seedTargets(
  invoke: Invoke,
  resolution: InputOf<'targets.saveResolution'>,
  list: readonly Target[],
  [year, today]: readonly [number, string],
): Promise<void> {
  const { id: resolutionId } = await invoke('targets.saveResolution', resolution);
  const years = [year - 2, year - 1, year].filter(
    (one) => one >= resolution.fromYear && one <= resolution.toYear,
  );
  for (const { asked, term, reached, source, ...fields } of list) {
    const months = fields.pace === 'months' ? BLOOD.map((share) => (share * asked) / 100) : null;
    const values = [
      ...(term === undefined ? [] : [{ year: null, value: term }]),
      ...years.map((one) => ({ year: one, value: asked, months })),
    ];
    const { id: targetId } = await invoke('targets.save', { ...fields, resolutionId, values });
    for (const one of years) {
      const told = reached?.[one - year + 2];
      if (told === undefined) continue;
      const onDay = one === year ? `${today.slice(0, 8)}01` : `${one}-12-20`;
      const actual = typeof told === 'number' ? { value: told } : { part: told[0]!, whole: told[1]! };
      await invoke('targets.saveActual', { targetId, onDay, source: source ?? 'Báo cáo năm', ...actual });
    }
  }
}

export async function seedTargetsOfTerms(invoke: Invoke, year: number, today: string): Promise<void> {
  const upper = { fromYear: 2023, toYear: 2028 };
  const days = [year, today] as const;
  await seedTargets(
    invoke,
    {
      ...{
        ...upper,
        level: 'confederation',
        name: 'Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023-2028',
      },
      ...{ body: 'Đại hội XIII Công đoàn Việt Nam', passedOn: '2023-12-03' },
    },
    UPPER,
    days,
  );
  await seedTargets(
    invoke,
    {
      ...{
        ...upper,
        level: 'province',
        name: 'Nghị quyết Đại hội XVII Công đoàn tỉnh Thanh Lâm, nhiệm kỳ 2023-2028',
      },
      ...{ body: 'Đại hội XVII Công đoàn tỉnh Thanh Lâm', number: '01/NQ-ĐH', passedOn: '2023-10-12' },
    },
    PROVINCE,
    days,
  );
  const own = (term: string, fromYear: number, list: readonly Target[]) =>
    seedTargets(
      invoke,
      {
        ...{ level: 'unit', fromYear, toYear: fromYear + 5, passedOn: `${fromYear}-10-28` },
        name: `Nghị quyết Đại hội Công đoàn cơ sở lần thứ ${term}, nhiệm kỳ ${fromYear}-${fromYear + 5}`,
        body: 'Đại hội Công đoàn cơ sở',
      },
      list,
      days,
    );
  await own('V', year - 1, OWN);
  await own('IV', year - 6, OWN.slice(2, 4));
}
