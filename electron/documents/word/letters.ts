/** Letters of the office: thanks, condolence, appeal. A letterhead instead of Quốc hiệu, and no number. */
import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { THANKS } from '../../../shared/domain/letterTexts';
import type { WordTemplateKey } from '../../../shared/domain/wordTemplates';
import { docxSignature } from '../papers/docx/signature';
import { halfPoints, lineOf, paragraph, points, SINGLE, twips } from '../papers/docx/units';
import { FIGURES, pageFrame } from '../papers/figures';
import type { SignatureBlock } from '../papers/paper';
import { docxPages, packDocx } from '../papers/renderDocx';

interface Letter {
  title: string;
  /** Colour of the unit, the title and the rule, without "#". */
  ink: string;
  to: string;
  body: readonly string[];
}

const RED = 'A61B1B';
const BLACK = '1E2227';
const GREY = '4B5057';

const LETTERS: Partial<Record<WordTemplateKey, Letter>> = {
  thankYou: {
    title: 'Thư cảm ơn',
    ink: RED,
    to: 'Kính gửi: {nguoi_nhan}',
    body: THANKS,
  },
  condolence: {
    title: 'Thư chia buồn',
    ink: BLACK,
    to: 'Kính gửi: {nguoi_nhan}',
    body: [
      'Ban Chấp hành {ten_cong_doan} vô cùng thương tiếc được tin {nguoi_mat}, {quan_he}, đã từ trần {ngay_mat}, {huong_tho}.',
      'Thay mặt toàn thể đoàn viên, viên chức và người lao động {co_quan}, Ban Chấp hành xin gửi tới {xung_ho} cùng gia quyến lời chia buồn sâu sắc nhất.',
      'Kính mong {xung_ho} và gia quyến vững vàng vượt qua nỗi đau mất mát này.',
      'Xin thành kính chia buồn.',
    ],
  },
  appeal: {
    title: 'Thư kêu gọi',
    ink: RED,
    to: 'Kính gửi: {nguoi_nhan}',
    body: [
      '{hoan_canh}. Với tinh thần tương thân tương ái, Ban Chấp hành {ten_cong_doan} phát động cuộc vận động “{chu_de}”.',
      'Số tiền, hiện vật nhận được sẽ dùng để {muc_dich}; việc thu, chi được công khai tới từng tổ công đoàn.',
      'Mức đóng góp: {muc_gop}. Thời hạn: {han_gop}. Nơi nhận: {noi_nhan}.',
      'Ban Chấp hành rất mong nhận được sự hưởng ứng của toàn thể đoàn viên, viên chức và người lao động.',
      'Trân trọng cảm ơn!',
    ],
  },
};

const SIGNED: SignatureBlock = {
  kind: 'signature',
  signer: { authority: ['{THAY_MAT}', '{CHUC_DANH_KY}'], name: '{nguoi_ky}' },
};

export function letters(key: WordTemplateKey): Promise<Uint8Array> {
  const letter = LETTERS[key];
  if (!letter) throw new Error(`no template ${key}`);
  const frame = pageFrame('portrait');
  const children = [
    ...letterhead(letter),
    paragraph('{dia_danh}, {ngay_ky}', {
      align: 'right',
      size: FIGURES.heading.dateSize,
      italic: true,
      options: { spacing: { before: points(8), after: 0, ...lineOf(1) } },
    }),
    coloured(letter.title, { size: 28, color: letter.ink, bold: true, italics: true, before: 18, after: 14 }),
    paragraph(letter.to, {
      align: 'center',
      size: 14,
      bold: true,
      options: { spacing: { before: 0, after: points(8), ...lineOf(1.15) } },
    }),
    ...letter.body.map((text) =>
      paragraph(text, {
        align: 'justify',
        size: 14,
        options: {
          indent: { firstLine: twips(12.7) },
          spacing: { before: points(6), after: 0, ...lineOf(1.3) },
        },
      }),
    ),
    ...docxSignature(SIGNED, frame),
  ];
  return packDocx(letter.title, [docxPages('portrait', children)]);
}

/** The body above, the unit in the letter's colour, and a double rule. */
function letterhead({ ink }: Letter): Paragraph[] {
  const rule = { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: ink, space: 1 };
  return [
    coloured('{CAP_TREN}', { size: 12, color: GREY }),
    coloured('{TEN_CONG_DOAN}', { size: 14, color: ink, bold: true }),
    new Paragraph({ spacing: { ...SINGLE, line: 80 }, border: { bottom: rule }, children: [] }),
  ];
}

function coloured(
  text: string,
  look: { size: number; color: string; bold?: boolean; italics?: boolean; before?: number; after?: number },
): Paragraph {
  const { size, color, bold = false, italics = false, before = 0, after = 0 } = look;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: points(before), after: points(after), ...lineOf(1) },
    children: [new TextRun({ text, size: halfPoints(size), color, bold, italics })],
  });
}
