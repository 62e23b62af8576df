/** Invented people for the demonstration store and the tests; the same seed always gives the same people. */
import { titleIn } from './roles';

/** A small deterministic generator (mulberry32): numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const DEPARTMENTS: readonly { name: string; shortName: string; size: number; formerName?: string }[] =
  [
    { name: 'Khoa Khám bệnh - Cấp cứu', shortName: 'Khám bệnh - Cấp cứu', size: 34 },
    { name: 'Khoa Nội - Nhi - Truyền nhiễm', shortName: 'Nội - Nhi - TN', size: 42 },
    { name: 'Khoa Ngoại - Gây mê hồi sức', shortName: 'Ngoại - GMHS', size: 31 },
    { name: 'Khoa Chăm sóc sức khỏe sinh sản và Phụ sản', shortName: 'CSSKSS - Phụ sản', size: 24 },
    { name: 'Khoa Y học cổ truyền - Phục hồi chức năng', shortName: 'YHCT - PHCN', size: 17 },
    { name: 'Khoa Xét nghiệm và Chẩn đoán hình ảnh', shortName: 'XN - CĐHA', size: 22 },
    { name: 'Khoa Dược - Trang thiết bị - Vật tư y tế', shortName: 'Dược - TTB - VTYT', size: 18 },
    {
      name: 'Khoa Kiểm soát bệnh tật và HIV/AIDS',
      shortName: 'KSBT và HIV/AIDS',
      size: 16,
      formerName: 'Khoa Kiểm soát dịch bệnh - HIV/AIDS',
    },
    { name: 'Khoa Y tế công cộng và An toàn thực phẩm', shortName: 'YTCC - ATTP', size: 12 },
    { name: 'Phòng Tổ chức - Hành chính', shortName: 'TC - HC', size: 19 },
    { name: 'Phòng Kế hoạch - Nghiệp vụ', shortName: 'KH - NV', size: 11 },
    { name: 'Phòng Điều dưỡng', shortName: 'Điều dưỡng', size: 8 },
    { name: 'Phòng Tài chính - Kế toán', shortName: 'TC - KT', size: 10 },
    { name: 'Phòng Dân số - Truyền thông', shortName: 'Dân số - TT', size: 9 },
    { name: 'Trạm Y tế xã Mường Đăng', shortName: 'TYT Mường Đăng', size: 12 },
    { name: 'Trạm Y tế xã Chiềng Sinh', shortName: 'TYT Chiềng Sinh', size: 11 },
    { name: 'Trạm Y tế xã Quài Tở', shortName: 'TYT Quài Tở', size: 12 },
    { name: 'Trạm Y tế xã Tỏa Tình', shortName: 'TYT Tỏa Tình', size: 12 },
  ];

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lường',
  'Lò',
  'Quàng',
  'Sùng',
  'Vàng',
  'Thào',
  'Cà',
  'Tòng',
  'Mùa',
  'Đinh',
  'Phan',
  'Võ',
  'Huỳnh',
  'Trịnh',
  'Mai',
  'Âu',
];
const MIDDLE_F = [
  'Thị',
  'Thị Thanh',
  'Thị Hồng',
  'Thị Mỹ',
  'Thị Kim',
  'Diệu',
  'Quỳnh',
  'Phương',
  'Ngọc',
  'Thuỳ',
];
const MIDDLE_M = ['Văn', 'Đức', 'Quang', 'Minh', 'Trọng', 'Bá', 'Quốc', 'Đình', 'Công', 'Viết'];
const GIVEN_F = [
  'Hoa',
  'Hòa',
  'Lan',
  'Hạnh',
  'Oanh',
  'Ngân',
  'Trang',
  'Thư',
  'Duyên',
  'Linh',
  'Nga',
  'Huyền',
  'Loan',
  'Dung',
  'Đào',
  'Ánh',
  'Hằng',
  'Phượng',
  'Thúy',
  'Trâm',
  'Uyên',
  'Ý',
  'Yến',
  'Nương',
  'Quỳnh',
  'Gấm',
];
const GIVEN_M = [
  'An',
  'Bách',
  'Chiến',
  'Cường',
  'Duy',
  'Đoàn',
  'Đức',
  'Giáp',
  'Hải',
  'Hùng',
  'Hưng',
  'Huy',
  'Lâm',
  'Long',
  'Luân',
  'Mạnh',
  'Minh',
  'Nam',
  'Quân',
  'Sơn',
  'Tài',
  'Thắng',
  'Thọ',
  'Toàn',
  'Tuấn',
  'Tùng',
  'Vinh',
];
const RARE: readonly { name: string; gender: 'male' | 'female'; sortName: string | null }[] = [
  { name: 'H’ Thuỳ Nhung', gender: 'female', sortName: null },
  { name: 'Y Bảo Niê', gender: 'male', sortName: 'Bảo' },
  { name: 'Êban Thị Thanh Giang', gender: 'female', sortName: null },
  { name: 'Vàng A Chía', gender: 'male', sortName: null },
  { name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên', gender: 'female', sortName: null },
];
export interface InventedPerson {
  fullName: string;
  sortName: string | null;
  gender: 'male' | 'female';
  birthDate: string;
  department: number;
  jobTitle: string;
  education: string;
  hireDate: string;
  unionJoinDate: string;
  cardNo: string | null;
  idNumber: string;
  phone: string;
  isParty: boolean;
  partyDate: string | null;
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** Invents `n` people spread over DEPARTMENTS; joins fall in the years up to `year`. */
export function inventPeople(n: number, year: number, seed = 20261123): InventedPerson[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = (y: number) =>
    `${y}-${pad(1 + Math.floor(random() * (y >= year ? 9 : 12)))}-${pad(1 + Math.floor(random() * 28))}`;
  const seats = DEPARTMENTS.flatMap((d, i) => Array.from({ length: d.size }, () => i));
  return Array.from({ length: n }, (_, i) => {
    const rare = RARE[i - 20];
    const gender = rare?.gender ?? (random() < 0.66 ? 'female' : 'male');
    const female = gender === 'female';
    const fullName =
      rare?.name ??
      `${pick(FAMILIES)} ${pick(female ? MIDDLE_F : MIDDLE_M)} ${pick(female ? GIVEN_F : GIVEN_M)}`;
    const born = year - 23 - Math.floor(random() * 36);
    const hired = Math.min(year, born + 22 + Math.floor(random() * 8));
    const department = seats[Math.floor((i * 7919) % seats.length)]!;
    const title = titleIn(department, random(), { female, age: year - born });
    const joined = i < 8 ? year : hired;
    const isParty = random() < 0.31;
    const birthDate = random() < 0.06 ? String(born) : day(born);
    const hireDate = day(hired);
    return {
      fullName,
      sortName: rare?.sortName ?? null,
      gender,
      birthDate,
      department,
      ...title,
      hireDate,
      unionJoinDate: later(hireDate, day(Math.max(2000, joined))),
      cardNo: random() < 0.12 ? null : `CD${String(1322000 + i)}`,
      idNumber: `0${11 + (i % 60)}${female ? 1 : 0}${String(born).slice(2)}${String(100000 + i * 37).slice(-6)}`,
      phone: `09${String(10000000 + i * 13577).slice(-8)}`,
      isParty,
      partyDate: isParty ? later(hireDate, day(Math.min(year, hired + 3 + Math.floor(random() * 5)))) : null,
    };
  });
}
