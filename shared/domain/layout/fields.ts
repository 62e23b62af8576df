/**
 * The fields a certificate layout may name in `{…}`. A record is flat: key → text, or a flag for `when`.
 * A text item whose every field is empty is not drawn.
 */
export type LayoutRecord = Readonly<Record<string, string | boolean | undefined>>;

export type FieldKind = 'text' | 'flag' | 'image' | 'code';

export interface LayoutField {
  readonly field: string;
  readonly kind: FieldKind;
  readonly vi: string;
  readonly en: string;
  readonly example: string;
}

const f = (field: string, kind: FieldKind, vi: string, en: string, example: string): LayoutField => ({
  field,
  kind,
  vi,
  en,
  example,
});

/** Every field known to the built-in layouts, in the order a form shows them. */
export const LAYOUT_FIELDS = [
  f(
    'unit.long',
    'text',
    'Tên công đoàn cơ sở, đầy đủ',
    'Union unit, full name',
    'Công đoàn cơ sở Bệnh viện Sao Mai',
  ),
  f('unit.parent', 'text', 'Công đoàn cấp trên', 'Union body above', 'Liên đoàn Lao động tỉnh Đồng Khê'),
  f('unit.address', 'text', 'Địa chỉ, điện thoại', 'Address and telephone', 'Số 18, đường Bạch Mai'),
  f('unit.emblem', 'image', 'Biểu trưng của đơn vị', 'Emblem of the unit', ''),
  f('national', 'flag', 'In Quốc hiệu và Tiêu ngữ', 'Print the national title and motto', 'true'),
  f('honorific', 'text', 'Cách xưng hô', 'Form of address', 'Bà'),
  f('name', 'text', 'Họ và tên, hoặc tên tập thể', 'Person or collective', 'Nguyễn Thị Hồng Đào'),
  f('a.honorific', 'text', 'Xưng hô người thứ nhất', 'First spouse, form of address', 'Ông'),
  f('a.name', 'text', 'Họ và tên người thứ nhất', 'First spouse', 'Vàng A Chẩu'),
  f('b.honorific', 'text', 'Xưng hô người thứ hai', 'Second spouse, form of address', 'Bà'),
  f('b.name', 'text', 'Họ và tên người thứ hai', 'Second spouse', 'Nguyễn Hoàng Thiên Nghi'),
  f('post', 'text', 'Chức vụ, nơi làm việc', 'Post and workplace', 'Điều dưỡng trưởng, Khoa Nhi'),
  f('achievement', 'text', 'Thành tích', 'Achievement', 'Đã có thành tích xuất sắc trong phong trào thi đua'),
  f('decision.no', 'text', 'Số quyết định', 'Decision number', '27/QĐ-CĐCS'),
  f(
    'decision.date',
    'text',
    'Ngày quyết định, không có chữ “ngày”',
    'Decision date in words',
    '20 tháng 11 năm 2026',
  ),
  f('register.no', 'text', 'Số sổ khen thưởng', 'Award register number', '041/2026'),
  f('place', 'text', 'Địa danh', 'Place of issue', 'Suối Mơ'),
  f('date', 'text', 'Ngày ký, có chữ “ngày”', 'Date of issue in words', 'ngày 25 tháng 11 năm 2026'),
  f('signer.for', 'text', 'Ký thay mặt (TM.)', 'Signed on behalf of', 'TM. BAN CHẤP HÀNH'),
  f('signer.post', 'text', 'Chức vụ người ký', 'Post of the signer', 'Chủ tịch'),
  f('signer.name', 'text', 'Họ và tên người ký', 'Signer', 'Hoàng Minh Tuệ'),
  f('qr', 'code', 'Nội dung mã QR', 'Content of the QR code', 'SCD1|GK|2026-041'),
  f('course', 'text', 'Tên khóa tập huấn', 'Training course', 'Nghiệp vụ công tác công đoàn cơ sở năm 2026'),
  f('topicsL', 'text', 'Chuyên đề, cột trái', 'Topics, left column', '1. Nghị quyết Đại hội'),
  f('topicsR', 'text', 'Chuyên đề, cột phải', 'Topics, right column', '3. Kỹ năng viết tin'),
  f(
    'session',
    'text',
    'Thời gian, số tiết, kết quả',
    'Dates, hours and result',
    'Từ ngày 12 đến ngày 14 tháng 10 năm 2026',
  ),
  f('to', 'text', 'Nơi nhận thư', 'Addressee of the letter', 'Ban Giám đốc Công ty Thảo Nguyên'),
  f('body', 'text', 'Nội dung thư', 'Body of the letter', 'Thay mặt toàn thể đoàn viên …'),
] as const satisfies readonly LayoutField[];

const FIELD_PATTERN = /\{([A-Za-z][\w.]*)\}/g;

/** Names of the fields a template asks for, in order. */
export function fieldsOf(template: string): string[] {
  return Array.from(template.matchAll(FIELD_PATTERN), (match) => match[1] as string);
}

/** Turns the nested sample of a layout file into a flat record. */
export function flattenRecord(sample: unknown, prefix = ''): Record<string, string | boolean> {
  const flat: Record<string, string | boolean> = {};
  if (typeof sample !== 'object' || sample === null) return flat;
  for (const [key, value] of Object.entries(sample)) {
    const name = prefix + key;
    if (typeof value === 'string' || typeof value === 'boolean') flat[name] = value;
    else if (typeof value === 'number') flat[name] = String(value);
    else Object.assign(flat, flattenRecord(value, `${name}.`));
  }
  return flat;
}

/** NFC, one kind of ordinary space, no control letters; line feeds and hard spaces (U+00A0) stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/^[ \n\u00a0]+|[ \n\u00a0]+$/g, '');
}

/** The text of an item for one record; empty when every field it names is empty. */
export function fillTemplate(template: string, record: LayoutRecord): string {
  const names = fieldsOf(template);
  const value = (name: string) => {
    const found = record[name];
    return typeof found === 'string' ? cleanText(found) : '';
  };
  if (names.length > 0 && names.every((name) => value(name) === '')) return '';
  const filled = cleanText(template.replace(FIELD_PATTERN, (_, name: string) => value(name)));
  return names.length > 0 ? filled.replace(/^[,;:] */, '') : filled;
}
