/** What the command line says about a file of operations, in Vietnamese. */
import type { z } from 'zod';
import type { Envelope } from '../../shared/contract/errors';
import { errors } from '../../shared/locales/vi/errors';
import { formatCount } from '../../shared/text/numbers';

export const NOT_JSON = 'Dòng này không phải JSON. Mỗi việc là một đối tượng JSON trên một dòng.';
export const NOT_A_STEP =
  'Dòng này phải có "op" (tên việc), có thể có "input" (nội dung) và "as" (tên gọi kết quả), ngoài ra không có gì khác.';
export const BAD_REFERENCE = 'Tham chiếu phải viết {"$ref": "tên"} hoặc {"$ref": "tên.trường"}.';
export const nameTwice = (name: string, line: number) => `Tên “${name}” đã đặt ở dòng ${line}. Đặt tên khác.`;
export const unknownOperation = (op: string) =>
  `Không có việc “${op}”. Xem tên các việc: npm run op -- --list`;
export const unknownName = (name: string) => `Tham chiếu “${name}” chưa có ở dòng nào phía trên.`;
export const noFile = (path: string) => `Không thấy tệp ${path}.`;
export const noAnswer = (reference: string) => `Kết quả dòng trước không có “${reference}”.`;

/** A field the contract does not take as it is. */
export function badField(place: string, issue: z.core.$ZodIssue): string {
  const where = place === '' ? 'Nội dung' : `Ô “${place}”`;
  if (issue.code === 'unrecognized_keys') return `${where} có tên lạ: ${issue.keys.join(', ')}.`;
  const wanted = 'expected' in issue ? ` (cần ${String(issue.expected)})` : '';
  return `${where} chưa đúng${wanted}.`;
}

/** The sentence of an error envelope, with the fields it is about. */
export function sentenceOf(error: (Envelope<never> & { ok: false })['error']): string {
  const details: Record<string, unknown> = error.details ?? {};
  const sentence = errors[error.code].replace(/\{\{\s*(\w+)\s*\}\}/g, (_, key: string) => {
    const value = details[key];
    return typeof value === 'number' ? formatCount(value) : String(value ?? '');
  });
  const fields = Object.keys(error.fields ?? {}).filter((field) => field !== '_');
  return fields.length === 0 ? sentence : `${sentence} (ô: ${fields.join(', ')})`;
}

const at = (line: number, op: string | null) => `Dòng ${line}${op === null ? '' : ` (${op})`}`;
export const faultLine = (fault: { line: number; op: string | null; text: string }) =>
  `${at(fault.line, fault.op)}: ${fault.text}`;

export const NOTHING_WRITTEN = 'Chưa ghi gì vào sổ. Sửa các dòng trên rồi chạy lại.';
export const allWritten = (count: number, before: number) =>
  before === 0
    ? `Đã làm xong ${formatCount(count)} dòng.`
    : `Đã làm xong ${formatCount(count)} dòng; ${formatCount(before)} dòng trước đó đã làm từ lần chạy trước.`;
export const CUT_OFF =
  'Lần chạy trước bị ngắt đúng ở dòng này nên chưa rõ dòng đã vào sổ chưa. Xem trong sổ: chưa có thì chạy lại với --again, đã có thì chạy lại với --skip.';
export const otherLine = (line: number) =>
  `Dòng ${line} đã làm ở lần chạy trước nhưng nay khác đi. Chỉ sửa được các dòng chưa làm.`;

/** How far a file came before it stopped: the line that failed left nothing behind. */
export function stopped(done: readonly { line: number }[], left: number, results: string | null): string {
  const last = done.at(-1);
  const before =
    last === undefined
      ? 'Chưa ghi gì vào sổ.'
      : `Đã làm xong ${formatCount(done.length)} dòng, đến hết dòng ${last.line}; những dòng ấy đã ở trong sổ.`;
  const next =
    last === undefined
      ? 'Sửa dòng trên rồi chạy lại.'
      : results === null
        ? 'Sửa dòng trên, bỏ các dòng đã làm rồi chạy lại phần còn lại (chạy với --results TỆP thì lần sau tự làm tiếp).'
        : 'Sửa dòng trên rồi chạy lại đúng lệnh này để làm tiếp.';
  return `${before} Dòng bị dừng không để lại gì; còn ${formatCount(left)} dòng chưa làm. ${next}`;
}
