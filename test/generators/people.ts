/** Invented people for member lists; nobody here exists. */

/** Small seeded generator of random numbers, so that a failing list can be made again. */
export class Random {
  constructor(private state: number) {
    this.state = state >>> 0 || 1;
  }
  next(): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let value = this.state;
    value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
    return ((value ^ (value >>> 15)) >>> 0) / 4294967296;
  }
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = this.int(0, at);
      [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
    }
    return copy;
  }
}

export interface ListPerson {
  surname: string;
  givenName: string;
  fullName: string;
  gender: 'male' | 'female';
  /** Full, or a year alone. */
  birthDate: string;
  idNumber: string;
  cardNo: string;
  phone: string;
  department: string;
  group: string;
  jobTitle: string;
  unionJoinDate: string;
  isParty: boolean;
  ethnicity: string;
  address: string;
  email: string;
  note: string;
}

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Phan|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Hà|Triệu|Ma|Sầm|Lục|Điêu|Quách|Tống|Cao|Chử|Kiều|Ứng|Ông|Tô'.split(
    '|',
  );
const MALE_MIDDLE = 'Văn|Hữu|Đức|Công|Quang|Xuân|Minh|Trọng|Thế|Đình Bảo'.split('|');
const FEMALE_MIDDLE = 'Thị|Thị Hồng|Thị Ngọc|Thuý|Thị Mỹ|Diệu|Thị Kim|Khánh|Thị Ánh'.split('|');
const MALE_GIVEN = 'An|Bình|Cường|Dũng|Đông|Hải|Khoa|Lộc|Nghĩa|Phúc|Quý|Sơn|Tín|Vượng|Ý|Huỳnh'.split('|');
const FEMALE_GIVEN = 'Ái|Bích|Chuyên|Đào|Giang|Hiền|Khuê|Lụa|Mỵ|Nguyệt|Oanh|Quyên|Thuỷ|Uyên|Vẻ|Yến'.split(
  '|',
);
const DEPARTMENTS = [
  'Khoa Ngoại tổng hợp',
  'Khoa Nội tiết',
  'Khoa Nhi sơ sinh',
  'Phòng Vật tư',
  'Phòng Công nghệ thông tin',
  'Trạm Y tế xã Bình Minh',
  'Khoa Dinh dưỡng',
  'Khoa Mắt',
  'Phòng Quản lý chất lượng',
  'Đội Y tế dự phòng',
  'Khoa Hồi sức tích cực - Chống độc',
  'Ban Giám đốc',
  'Trạm Y tế phường 7',
  'Khoa Răng Hàm Mặt',
  'Tổ Công tác xã hội',
];
const JOBS = [
  'Bác sĩ chính',
  'Điều dưỡng hạng III',
  'Dược sĩ trung cấp',
  'Kỹ sư',
  'Nhân viên bảo vệ',
  'Hộ sinh hạng IV',
  'Chuyên viên chính',
];
const PEOPLES = ['Kinh', 'Tày', 'Nùng', 'Dao', 'Hmông', 'Mường', 'Khmer'];
const STREETS = ['thôn Đoài', 'số 12 phố Mới', 'bản Pom Lót', 'khu 3 thị trấn', 'tổ dân phố 5'];
const NOTES = ['đang đi học', 'nghỉ thai sản', 'kiêm nhiệm', 'mới về'];

const two = (value: number) => String(value).padStart(2, '0');

/** People with different card, ID and phone numbers; every list is different. */
export function makePeople(random: Random, count: number): ListPerson[] {
  const departments = random.shuffle(DEPARTMENTS).slice(0, random.int(2, 6));
  return Array.from({ length: count }, (_, index) => makePerson(random, departments, index));
}

function makePerson(random: Random, departments: readonly string[], index: number): ListPerson {
  const female = random.chance(0.6);
  const surname = `${random.pick(SURNAMES)} ${random.pick(female ? FEMALE_MIDDLE : MALE_MIDDLE)}`;
  const givenName = random.pick(female ? FEMALE_GIVEN : MALE_GIVEN);
  const year = random.int(1962, 2003);
  const birth = random.chance(0.15)
    ? String(year)
    : `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
  const century = year < 2000 ? (female ? 1 : 0) : female ? 3 : 2;
  const province = String(random.int(1, 96)).padStart(3, '0');
  return {
    surname,
    givenName,
    fullName: `${surname} ${givenName}`,
    gender: female ? 'female' : 'male',
    birthDate: birth,
    idNumber: `${province}${century}${String(year).slice(2)}${String(random.int(0, 999) * 1000 + index).padStart(6, '0')}`,
    cardNo: `${random.pick(['CĐ', 'TL', 'DV'])}${String(random.int(1000, 9999) * 1000 + index)}`,
    phone: `0${random.pick(['32', '38', '56', '79', '91', '98'])}${String(random.int(1000, 9999) * 1000 + index).padStart(7, '0')}`,
    department: random.pick(departments),
    group: `Tổ công đoàn số ${random.int(1, 5)}`,
    jobTitle: random.pick(JOBS),
    unionJoinDate: random.chance(0.2)
      ? String(year + random.int(20, 22))
      : `${year + random.int(20, 22)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    isParty: random.chance(0.3),
    ethnicity: random.pick(PEOPLES),
    address: random.pick(STREETS),
    email: `nguoi${index}@example.vn`,
    note: random.chance(0.2) ? random.pick(NOTES) : '',
  };
}
