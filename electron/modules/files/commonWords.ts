/** What every paper says of the office: its names on a day, who signs, the place and the date. */
import { formatLongDate } from '../../../shared/domain/dateFormat';
import { TEMPLATES, type WordData, type WordTemplateKey } from '../../../shared/domain/wordTemplates';
import { bodyLines } from '../../documents/papers/text';
import type { Ctx } from '../../ipc/context';
import { profileOn, termOn } from '../organisation/service';

/** Room to write the number by hand. */
const ROOM = '\u00a0'.repeat(8);

export function commonWords(
  ctx: Pick<Ctx, 'db' | 'today'>,
  key: WordTemplateKey,
  day = ctx.today(),
): WordData {
  const profile = profileOn(ctx, day);
  const term = termOn(ctx, day);
  const { symbol } = TEMPLATES[key];
  const lines = (name: string | null | undefined) => (name ? bodyLines(name).join('\n') : null);
  return {
    cap_tren: profile?.upperName ?? null,
    ten_cong_doan: profile?.name ?? null,
    dong_cap_tren: lines(profile?.upperName),
    dong_cong_doan: lines(profile?.name),
    ten_ngan: profile?.shortName ?? null,
    co_quan: profile?.employer ?? null,
    dia_danh: profile?.place ?? null,
    ngay_ky: formatLongDate(day),
    nam: day.slice(0, 4),
    so_ky_hieu: symbol && `${ROOM}/${symbol}-${profile?.symbol ?? ''}`,
    thay_mat: term?.onBehalfOf ?? null,
    chuc_danh_ky: term?.chairTitle ?? null,
    nguoi_ky: term?.chairName ?? null,
  };
}
