/** The handover as a workbook: one sheet for each part of the minutes. */
import type { HandoverData } from '../papers/handover';
import { type SheetColumn, type SheetData, type SheetRow, writeWorkbook } from './workbook';

export interface HandoverSheets extends Omit<HandoverData, 'files' | 'people' | 'unit'> {
  unitName: string;
  list: readonly SheetRow[];
}

const text = (key: string, title: string, width: number): SheetColumn => ({
  key,
  title,
  width,
  type: 'text',
});
const date = (key: string, title: string): SheetColumn => ({ key, title, width: 13, type: 'partial-date' });
const number = (key: string, title: string): SheetColumn => ({ key, title, width: 12, type: 'number' });
const ORDINAL = number('ordinal', 'STT');

const GENDER: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };

export function handoverWorkbook(data: HandoverSheets): Promise<Uint8Array> {
  const day = data.asOf.split('-').reverse().join('/');
  const sheet = (
    name: string,
    title: string,
    columns: SheetColumn[],
    rows: readonly object[],
  ): SheetData => ({
    name,
    title: [data.unitName, `${title.toLocaleUpperCase('vi')} (đến ngày ${day})`],
    columns: [ORDINAL, ...columns],
    rows: rows.map((row, at) => ({ ordinal: at + 1, ...row })),
  });
  const people = data.list.map((row) => ({ ...row, gender: GENDER[String(row.gender)] ?? null }));
  const sheets = [
    sheet(
      'Đoàn viên',
      'Danh sách đoàn viên',
      [
        text('fullName', 'Họ và tên', 28),
        date('birthDate', 'Ngày sinh'),
        text('gender', 'Giới tính', 10),
        text('department', 'Khoa, phòng', 30),
        text('group', 'Tổ công đoàn', 24),
        text('jobTitle', 'Chức danh nghề nghiệp', 24),
        text('position', 'Chức vụ', 20),
        text('unionPosition', 'Chức vụ công đoàn', 22),
        date('unionJoinDate', 'Ngày vào công đoàn'),
        text('cardNo', 'Số thẻ đoàn viên', 18),
        text('phone', 'Điện thoại', 15),
      ],
      people,
    ),
    sheet(
      'Tổ chức',
      'Tổ chức và số đoàn viên',
      [
        text('kind', 'Loại', 20),
        text('name', 'Tên', 46),
        number('members', 'Đoàn viên'),
        number('women', 'Trong đó nữ'),
      ],
      data.parts,
    ),
    sheet(
      'Cán bộ công đoàn',
      'Cán bộ công đoàn đương nhiệm',
      [text('name', 'Họ và tên', 28), text('posts', 'Chức vụ công đoàn', 60)],
      data.officers,
    ),
    sheet(
      'Việc chưa xong',
      'Việc đang làm, chưa xong',
      [text('what', 'Việc', 60), date('date', 'Ngày'), text('todo', 'Còn phải làm', 30)],
      data.open,
    ),
    sheet(
      'Sổ sách',
      'Sổ sách, hồ sơ',
      [text('name', 'Sổ, hồ sơ', 40), text('size', 'Số lượng', 18), text('span', 'Thời gian', 26)],
      data.registers,
    ),
    sheet(
      'Xếp loại',
      'Xếp loại các năm',
      [number('year', 'Năm'), text('name', 'Tổ chức', 46), text('class', 'Xếp loại', 32)],
      data.classes,
    ),
  ];
  return writeWorkbook({ sheets: sheets.filter((one, at) => at === 0 || one.rows.length > 0) });
}
