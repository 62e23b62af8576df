/** The list of members' children as a workbook: for 1/6, Trung thu and study awards, signed by a parent. */
import { type SheetColumn, writeWorkbook } from './workbook';

/** A child as exported. Dates ISO, possibly of less precision. */
export interface ChildListRow {
  fullName: string;
  gender: 'male' | 'female' | null;
  birthDate: string | null;
  age: { min: number; max: number } | null;
  parents: readonly { fullName: string; department: string | null }[];
  results: readonly {
    schoolYear: number;
    className: string | null;
    school: string | null;
    result: string | null;
    prize: string | null;
  }[];
}

export interface ChildListData {
  unitName: string;
  /** The day ages are taken on, ISO. */
  day: string;
  under: number | null;
  schoolYear: number | null;
  rows: readonly ChildListRow[];
}

const RESULTS: Readonly<Record<string, string>> = {
  excellent: 'Xuất sắc',
  good: 'Giỏi',
  fair: 'Khá',
  pass: 'Đạt',
  fail: 'Chưa đạt',
};
const GENDERS = { male: 'Nam', female: 'Nữ' } as const;

const COLUMNS: readonly SheetColumn[] = [
  { key: 'ordinal', title: 'STT', width: 6, type: 'number' },
  { key: 'fullName', title: 'Họ và tên con', width: 26, type: 'text' },
  { key: 'gender', title: 'Giới tính', width: 9, type: 'text' },
  { key: 'birthDate', title: 'Ngày sinh', width: 13, type: 'partial-date' },
  { key: 'age', title: 'Tuổi', width: 8, type: 'text' },
  { key: 'parents', title: 'Con của đoàn viên', width: 30, type: 'text' },
  { key: 'departments', title: 'Khoa, phòng', width: 26, type: 'text' },
  { key: 'school', title: 'Lớp, trường', width: 24, type: 'text' },
  { key: 'result', title: 'Kết quả học tập', width: 14, type: 'text' },
  { key: 'prize', title: 'Giải thưởng', width: 24, type: 'text' },
  { key: 'signature', title: 'Ký nhận', width: 14, type: 'text' },
];

/** "15" or, while only the year of birth is known, "15–16". */
export const ageWords = (age: { min: number; max: number } | null): string =>
  age === null ? '' : age.min === age.max ? String(age.min) : `${age.min}–${age.max}`;

export async function childListWorkbook(data: ChildListData): Promise<Uint8Array> {
  const day = data.day.split('-').reverse().join('/');
  const which = data.under === null ? '' : ` DƯỚI ${data.under} TUỔI`;
  const rows = data.rows.map((row, at) => {
    const shown = row.results.filter(
      (result) => data.schoolYear === null || result.schoolYear === data.schoolYear,
    )[0];
    const departments = new Set(row.parents.flatMap(({ department }) => department ?? []));
    return {
      ordinal: at + 1,
      fullName: row.fullName,
      gender: row.gender === null ? null : GENDERS[row.gender],
      birthDate: row.birthDate,
      age: ageWords(row.age),
      parents: row.parents.map(({ fullName }) => fullName).join(' – '),
      departments: [...departments].join(' – '),
      school: [shown?.className, shown?.school].filter(Boolean).join(', '),
      result: shown?.result ? (RESULTS[shown.result] ?? null) : null,
      prize: shown?.prize ?? null,
      signature: null,
    };
  });
  return writeWorkbook({
    sheets: [
      {
        name: 'Con đoàn viên',
        title: [data.unitName, `DANH SÁCH CON ĐOÀN VIÊN${which} (tính đến ngày ${day})`],
        columns: COLUMNS,
        rows,
        orientation: 'landscape',
      },
    ],
  });
}
