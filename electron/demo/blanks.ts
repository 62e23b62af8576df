/** A pre-printed blank of the invented unit, scanned, and the office printer adjusted for it. */
import type { Core } from '../core';
import picture from './blank-a4.jpg?inline';
import type { Invoke } from './seed';

const LAYOUT = 'giay-khen-a4-ngang-in-phoi';
const NAME = 'Phôi giấy khen A4 viền đỏ';

export async function seedBlanks(core: Core, invoke: Invoke): Promise<void> {
  const bytes = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
  const { token } = core.files.registerUpload('phôi.jpg', bytes);
  const { hash } = await invoke('certificates.addScan', { token });
  const { id } = await invoke('certificates.saveBlank', {
    name: NAME,
    w: 297,
    h: 210,
    scan: hash,
    place: { x: 0, y: 0, w: 297, h: 210 },
    layouts: [LAYOUT],
  });
  await invoke('certificates.savePrinter', {
    name: `Máy in văn phòng, khay tay, ${NAME}`,
    printer: 'Máy in văn phòng',
    tray: 'khay tay',
    blankId: id,
    dx: 0.8,
    dy: -1.2,
    scale: 0.998,
  });
}
