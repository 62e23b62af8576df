/** The recovery sheet of this PC's register. */
import { formatDate } from '../../../shared/domain/dates';
import { type RecoverySheetData, recoverySheet } from '../../documents/papers/recoverySheet';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DrawnPaper } from '../../jobs/drawPaper';
import { APP_VERSION } from '../../version';
import { paperUnit, profileOn } from '../organisation/service';

const VIETNAM_MS = 7 * 3_600_000;

function when(at: string): string {
  const local = new Date(Date.parse(at) + VIETNAM_MS).toISOString();
  return `${formatDate(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}

function places(ctx: Ctx): RecoverySheetData['places'] {
  const place = ctx.backups.place.status();
  const [newest] = ctx.backups.list();
  const here = {
    name: 'Máy đang dùng (thư mục dữ liệu)',
    newest: newest ? when(newest.at) : 'Chưa có',
    locked: 'Không khóa',
  };
  const away = place.last ? when(place.last.at) : 'Chưa có';
  if (place.name !== null)
    return [
      { name: place.name, newest: away, locked: place.encrypted ? 'Có cụm mật khẩu' : 'Không khóa' },
      here,
    ];
  const saved = { name: 'Tệp đã lưu riêng, ở: ………………………………', newest: away, locked: '……………' };
  return [saved, here];
}

export async function printSheet(
  { contact }: ParsedInputOf<'backup.recoverySheet'>,
  ctx: Ctx,
): Promise<OutputOf<'backup.recoverySheet'>> {
  const date = ctx.today();
  const said = contact || null;
  ctx.backups.place.setContact(said);
  const data: RecoverySheetData = {
    unit: paperUnit(profileOn(ctx, date)),
    date,
    places: places(ctx),
    programVersion: APP_VERSION,
    contact: said,
  };
  const { signal, progress } = ctx.job ?? {};
  const paper: DrawnPaper = { paper: recoverySheet(data), format: 'pdf' };
  const bytes = await ctx.jobs.run<Uint8Array>('drawPaper', paper, { signal, progress });
  return { file: ctx.files.put('Phiếu khôi phục sổ.pdf', 'application/pdf', bytes) };
}
