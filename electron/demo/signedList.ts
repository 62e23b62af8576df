/** The signed list of the latest settled gift campaign of the demonstration, as it comes from a scanner. */
import type { Core } from '../core';
import { png } from './attachments';
import type { Invoke } from './seed';

const WIDTH = 420;
const HEIGHT = 594;
const MARGIN = 34;
const ROW = 22;
/** Where the columns of the table begin, of the width inside the margins. */
const COLUMNS = [0, 0.08, 0.36, 0.5, 0.68, 0.82, 1];
type Grey = number;

/** A page with a ruled table, grey words and a scribble in each row of the column to sign. */
function greyAt(x: number, y: number): readonly [Grey, Grey, Grey] {
  const paper = [250, 249, 244] as const;
  const ink = [96, 96, 100] as const;
  const [left, right] = [MARGIN, WIDTH - MARGIN];
  if (x < left || x > right) return paper;
  if (y > 40 && y < 46 && Math.abs(x - WIDTH / 2) < 110) return ink;
  if (y < 80 || y > HEIGHT - 60) return paper;
  const column = COLUMNS.findLastIndex((part) => x - left >= part * (right - left));
  const row = Math.floor((y - 80) / ROW);
  const at = (y - 80) % ROW;
  const start = left + COLUMNS[column]! * (right - left);
  if (at < 1 || Math.abs(x - start) < 1 || x > right - 1) return ink;
  const words = at > 8 && at < 14 && x - start > 5 && x - start < 16 + ((row * 37 + column * 23) % 44);
  if (column !== 4) return words ? ink : paper;
  const wave = ROW / 2 + Math.sin((x - start) / (3 + (row % 4))) * (3 + (row % 5));
  const signed = x - start > 6 && x - start < 44 && Math.abs(at - wave) < 1.3;
  return signed ? [38, 62, 140] : paper;
}

function sheet(): Uint8Array {
  const rows: Uint8Array[] = [];
  for (let y = 0; y < HEIGHT; y++) {
    const row = new Uint8Array(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x++) row.set(greyAt(x, y), 1 + x * 3);
    rows.push(row);
  }
  return png(Buffer.concat(rows), WIDTH, HEIGHT);
}

export async function seedSignedList(core: Core, invoke: Invoke): Promise<void> {
  const [campaign] = (await invoke('welfare.campaigns', { state: 'settled', limit: 1 })).rows;
  if (!campaign) return;
  const { token } = core.files.registerUpload('Danh sách ký nhận, trang 1.png', sheet());
  await invoke('files.attach', {
    entity: 'welfare_campaign',
    entityId: campaign.id,
    token,
    kind: 'scan',
    takenOn: campaign.onDate,
    author: 'Văn phòng công đoàn',
  });
}
