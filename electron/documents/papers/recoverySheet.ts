/** The sheet to keep with the papers of the unit: where copies of the register are and how to go back to one. */
import type { Block, Paper, PaperUnit, TableRow } from './paper';

export interface RecoverySheetData {
  unit: PaperUnit;
  date: string;
  /** What to call the places, with the newest copy in each, as written out. */
  places: readonly { name: string; newest: string; locked: string }[];
  programVersion: string;
  contact: string | null;
}

const STEPS = [
  'Cài chương trình Sổ Công đoàn vào máy mới, bản bằng hoặc mới hơn bản ghi ở trên, rồi mở lên.',
  'Cắm USB hoặc ổ đĩa có bản sao. Ở màn hình đầu tiên, bấm “Khôi phục từ bản sao”. Máy đang có sổ: vào Cài đặt, mục Sao lưu, bấm “Khôi phục từ tệp”.',
  'Chọn tệp có tên tận cùng là .sod, mới nhất. Có khóa thì gõ cụm mật khẩu.',
  'Xem ngày của bản sao, số đoàn viên và lần sửa cuối có đúng không, rồi bấm “Khôi phục”.',
  'Mở mục Tổng quan và mục Đoàn viên để xem lại. Vào Cài đặt, mục Sao lưu, chọn lại nơi giữ bản sao thứ hai.',
] as const;

const BLANK = '………………………………………………………………';

export function recoverySheet(data: RecoverySheetData): Paper {
  const rows = data.places.map(
    ({ name, newest, locked }): TableRow => ({ kind: 'row', cells: [name, newest, locked] }),
  );
  const step = (text: string, index: number): Block => ({
    kind: 'paragraph',
    text: [{ text: `${index + 1}. `, bold: true }, { text }],
  });
  return {
    heading: data.unit,
    number: null,
    place: data.unit.place,
    date: data.date,
    title: 'Phiếu khôi phục sổ',
    subject: 'Dùng khi máy hỏng, mất máy hoặc đổi máy',
    note: null,
    orientation: 'portrait',
    blocks: [
      { kind: 'heading', text: '1. Bản sao đang ở đâu' },
      {
        kind: 'table',
        columns: [
          { title: 'Nơi giữ', width: '*' },
          { title: 'Bản mới nhất khi in phiếu', width: 52 },
          { title: 'Khóa', width: 36 },
        ],
        rows,
      },
      { kind: 'paragraph', text: `Bản chương trình khi in phiếu: ${data.programVersion}.` },
      { kind: 'heading', text: '2. Năm bước khôi phục' },
      ...STEPS.map(step),
      { kind: 'heading', text: '3. Ghi tay' },
      { kind: 'paragraph', text: `Người gọi khi cần: ${data.contact ?? BLANK}` },
      { kind: 'paragraph', text: `Cụm mật khẩu cất ở: ${BLANK}` },
      {
        kind: 'paragraph',
        text: 'Không ghi cụm mật khẩu vào phiếu này. Quên cụm mật khẩu thì không ai mở được bản sao có khóa, kể cả người làm ra chương trình.',
        italic: true,
      },
    ],
  };
}
