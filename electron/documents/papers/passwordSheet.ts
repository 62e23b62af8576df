/** The recovery sheet (phiếu khôi phục mật khẩu): one page with the code that lets the chair in once. */
import { formatDate } from '../../../shared/domain/dates';
import type { Paper, PaperUnit } from './paper';

export interface PasswordSheetData {
  unit: PaperUnit;
  code: string;
  /** ISO day it is printed. */
  day: string;
  /** Names of those it lets in. */
  chairs: readonly string[];
}

const STEPS = [
  'Mở chương trình. Ở màn hình đăng nhập, chọn tên của chủ tịch.',
  'Bấm “Quên mật khẩu”, ghi mã trên phiếu này. Chữ hoa hay chữ thường, có hay không có dấu gạch đều được.',
  'Đặt mật khẩu mới, ghi hai lần. Chương trình mở ngay sau đó.',
  'Vào Cài đặt, Người dùng, bấm “In phiếu khôi phục” để in phiếu mới. Mã trên phiếu này đã hết giá trị.',
];

export function passwordSheet({ unit, code, day, chairs }: PasswordSheetData): Paper {
  return {
    heading: { upperBody: unit.upperBody, body: unit.body, national: unit.national },
    number: null,
    place: unit.place,
    date: day,
    title: 'Phiếu khôi phục mật khẩu',
    subject: 'Chương trình Sổ Công đoàn',
    orientation: 'portrait',
    blocks: [
      {
        kind: 'paragraph',
        text: `Dùng cho: ${chairs.join(', ')} (vai trò Chủ tịch). In ngày ${formatDate(day)}.`,
      },
      {
        kind: 'table',
        columns: [{ title: 'Mã khôi phục, dùng được một lần', width: '*', align: 'center' }],
        size: 20,
        rowHeight: 18,
        rows: [{ kind: 'row', cells: [{ text: code, align: 'center', bold: true }] }],
      },
      { kind: 'heading', text: 'Khi quên mật khẩu' },
      ...STEPS.map((text, at) => ({ kind: 'paragraph' as const, text: `${at + 1}. ${text}` })),
      { kind: 'heading', text: 'Giữ phiếu' },
      {
        kind: 'paragraph',
        text: 'Cho phiếu vào phong bì dán kín, ký giáp lai, cất trong két hoặc tủ có khóa của đơn vị. Ai có phiếu này là vào được sổ với quyền của chủ tịch. Phiếu in sau làm phiếu in trước hết giá trị. Mất phiếu thì in phiếu mới ngay.',
      },
      {
        kind: 'signature',
        signer: { authority: ['CHỦ TỊCH'], name: chairs.length === 1 ? (chairs[0] ?? null) : null },
        leftSigner: { authority: ['NGƯỜI CẤT GIỮ'], name: null },
      },
    ],
  };
}
