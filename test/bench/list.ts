/** Invented member lists of any size as XLSX, 30 columns wide, as an office would keep them. */
import { writeXlsx } from 'hucre/xlsx';
import { DEPARTMENTS, type InventedPerson, inventPeople } from '../../electron/demo/people';

type Cell = string | number | Date | null;

const HEADERS = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Khoa, phòng',
  'Tổ công đoàn',
  'Chức danh nghề nghiệp',
  'Chức vụ',
  'Chức vụ công đoàn',
  'Loại hợp đồng',
  'Ngày tuyển dụng',
  'Trình độ chuyên môn',
  'Lý luận chính trị',
  'Ngày vào công đoàn',
  'Số thẻ đoàn viên',
  'Số CCCD',
  'Ngày cấp CCCD',
  'Nơi cấp CCCD',
  'Điện thoại',
  'Email',
  'Địa chỉ',
  'Quê quán',
  'Dân tộc',
  'Tôn giáo',
  'Đảng viên',
  'Ngày vào Đảng',
  'Hệ số lương',
  'Ghi chú',
  'Số tài khoản',
  'Mã số BHXH',
];
const PROVINCES = ['Sơn La', 'Lai Châu', 'Hòa Bình', 'Nghệ An', 'Thái Bình', 'Hà Tĩnh', 'Đắk Lắk'];
const PEOPLES = ['Kinh', 'Thái', 'Mông', 'Khơ Mú', 'Tày', 'Nùng', 'Dao'];

const vietnamese = (iso: string) => iso.split('-').reverse().join('/');
const asDate = (iso: string) => (iso.length === 10 ? new Date(`${iso}T00:00:00Z`) : Number(iso));

/** Dates stand as the lists have them: most as dates of the sheet, some as text, some as a year alone. */
function date(iso: string | null, at: number): Cell {
  if (iso === null) return null;
  return at % 3 === 0 ? vietnamese(iso) : asDate(iso);
}

function row(person: InventedPerson, at: number): Cell[] {
  const department = DEPARTMENTS[person.department]?.name ?? '';
  return [
    at + 1,
    person.fullName,
    person.gender === 'male' ? 'Nam' : 'Nữ',
    date(person.birthDate, at),
    department,
    `Tổ công đoàn số ${1 + (person.department % 9)}`,
    person.jobTitle,
    at % 40 === 0 ? 'Trưởng khoa' : null,
    at % 25 === 0 ? 'Tổ trưởng tổ công đoàn' : null,
    at % 5 === 0 ? 'Hợp đồng lao động' : 'Viên chức',
    date(person.hireDate, at + 1),
    person.education,
    at % 6 === 0 ? 'Trung cấp' : 'Sơ cấp',
    date(person.unionJoinDate, at + 2),
    person.cardNo,
    person.idNumber,
    date(`2021-0${1 + (at % 9)}-1${at % 10}`, at),
    'Cục Cảnh sát QLHC về TTXH',
    person.phone,
    `nguoi${at}@example.vn`,
    `Bản số ${1 + (at % 60)}, xã Mường Đăng, tỉnh ${PROVINCES[at % PROVINCES.length]}`,
    `Xã số ${1 + (at % 23)}, tỉnh ${PROVINCES[(at * 3) % PROVINCES.length]}`,
    PEOPLES[at % PEOPLES.length] ?? null,
    'Không',
    person.isParty ? 'x' : null,
    date(person.partyDate, at),
    2.34 + 0.33 * (at % 9),
    at % 12 === 0 ? 'Đang đi học' : null,
    `10${String(70_000_000 + at * 31).padStart(10, '0')}`,
    String(7_900_000_000 + at * 17),
  ];
}

/** People of whom none repeats another: they differ in ID, and in name with full birth date, or birth year where it stands alone. */
export function distinctPeople(count: number): InventedPerson[] {
  const taken = new Set<string>();
  const people: InventedPerson[] = [];
  for (const person of inventPeople(count + Math.ceil(count / 5) + 20, 2026)) {
    const year = `${person.fullName}|${person.birthDate.slice(0, 4)}`;
    const alone = person.birthDate.length === 4;
    if (taken.has(person.idNumber) || taken.has(alone ? year : `${year} alone`)) continue;
    if (taken.has(`${person.fullName}|${person.birthDate}`)) continue;
    for (const key of [person.idNumber, year, `${person.fullName}|${person.birthDate}`]) taken.add(key);
    if (alone) taken.add(`${year} alone`);
    people.push(person);
    if (people.length === count) break;
  }
  return people;
}

/** The file's bytes. */
export const memberList = (count: number): Promise<Uint8Array> => listOf(distinctPeople(count));

/** A list of these people, who stand in the whole list from position `from` on. */
export function listOf(people: readonly InventedPerson[], from = 0): Promise<Uint8Array> {
  const rows = people.map((person, at) => row(person, from + at));
  return writeXlsx({ sheets: [{ name: 'Danh sách', rows: [HEADERS, ...rows] }] });
}
