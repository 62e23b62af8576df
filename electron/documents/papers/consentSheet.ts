/** A sheet on which members agree to one purpose of their data, or do not, each with their own mark and signature. */
import type { Paper, PaperUnit, Signer, TableRow } from './paper';

export interface ConsentSheetData {
  unit: PaperUnit;
  signer: Signer;
  /** ISO. */
  day: string;
  purpose: string;
  /** What the members are told; the usual words when the unit wrote none. */
  told: string | null;
  people: readonly { fullName: string; department: string | null }[];
}

const USUAL =
  'Công đoàn cơ sở chỉ dùng dữ liệu này vào đúng việc nêu trên, giữ trên máy của công đoàn, không đưa cho nơi khác nếu không có quy định của pháp luật.';
const RIGHTS =
  'Người ký tự đánh dấu vào một ô. Không ký hoặc để trống là chưa đồng ý. Ai đã đồng ý có thể xem, xin sửa, xin xóa hoặc rút lại bất cứ lúc nào bằng cách báo với Ban Chấp hành (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).';

function rowsOf(people: ConsentSheetData['people']): TableRow[] {
  const rows: TableRow[] = [];
  let department: string | null | undefined;
  for (const [at, person] of people.entries()) {
    const name = person.department ?? 'Chưa xếp khoa, phòng';
    if (name !== department) rows.push({ kind: 'group', cells: [{ text: name, span: 5 }] });
    department = name;
    rows.push({ kind: 'row', cells: [String(at + 1), person.fullName, '', '', ''], counts: 1, under: name });
  }
  return rows;
}

export function consentSheet(data: ConsentSheetData): Paper {
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Danh sách đồng ý cho dùng dữ liệu cá nhân',
    subject: data.purpose,
    orientation: 'portrait',
    running: { head: `${data.unit.body} – Đồng ý cho dùng dữ liệu cá nhân`, countWord: 'người' },
    blocks: [
      { kind: 'paragraph', text: `Dữ liệu và mục đích: ${data.purpose}.`, size: 12.5 },
      { kind: 'paragraph', text: data.told ?? USUAL, size: 12.5 },
      { kind: 'paragraph', text: RIGHTS, size: 12.5 },
      {
        kind: 'table',
        columns: [
          { title: 'STT', width: 12, align: 'center' },
          { title: 'Họ và tên', width: '*' },
          { title: 'Đồng ý', width: 20, align: 'center' },
          { title: 'Không đồng ý', width: 22, align: 'center' },
          { title: 'Ngày, ký tên', width: 46 },
        ],
        rows: rowsOf(data.people),
        size: 12,
      },
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.day } },
    ],
  };
}
