/** Built-in template of reports: heading, parts in order, table, signature, annex. */
import type { WordTemplateKey } from '../../../shared/domain/wordTemplates';
import type { TableBlock } from '../papers/paper';
import { ANNEX_COLUMNS } from '../papers/report';
import { mark, type Sheet, say, signedWith, when } from './sheet';

const linesOf = (list: string): TableBlock => ({
  kind: 'table',
  columns: ANNEX_COLUMNS,
  rows: [
    {
      kind: 'row',
      cells: [`{#${list}}{stt}`, '{chi_tieu}', '{don_vi_tinh}', '{so_luong}', `{ghi_chu}{/${list}}`],
    },
  ],
});
const centred = { align: 'center', bold: true, keepNext: true } as const;

const REPORT: Sheet = {
  title: 'BÁO CÁO',
  subject: '{trich_yeu}',
  blocks: [
    ...when(
      'kinh_gui',
      say([{ text: 'Kính gửi: ' }, { text: '{kinh_gui}', bold: true }], { align: 'center' }),
    ),
    mark('#noi_dung'),
    ...when('phan', say('{phan_so}', centred), say('{phan}', centred)),
    ...when('muc_lon', say('{muc_lon}', { bold: true, keepNext: true })),
    ...when('muc_nho', say('{muc_nho}', { bold: true, keepNext: true })),
    ...when('doan', say('{doan}')),
    mark('/noi_dung'),
    ...when('co_bang', linesOf('bang')),
    signedWith('{noi_nhan}'),
    ...when(
      'co_phu_luc',
      { kind: 'heading', text: 'PHỤ LỤC SỐ LIỆU', align: 'center', pageBreak: true },
      say('(Kèm theo Báo cáo số {so_ky_hieu} {ngay_ky})', { align: 'center', italic: true }),
      linesOf('phu_luc'),
    ),
  ],
};

export const REPORT_SHEETS = { report: REPORT } as const satisfies Partial<Record<WordTemplateKey, Sheet>>;
