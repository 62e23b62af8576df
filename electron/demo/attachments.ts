/** Pictures and papers of the demonstration: drawn here, attached as an officer would. */
import { deflateSync } from 'node:zlib';
import { sampleOf, TEMPLATES } from '../../shared/domain/wordTemplates';
import type { Core } from '../core';
import { builtinTemplate } from '../documents/word/builtins';
import { fillTemplate } from '../documents/word/fill';
import type { Invoke } from './seed';

const WIDTH = 480;
const HEIGHT = 320;
type Colour = readonly [number, number, number];

/** Events that get pictures, with what the pictures show. */
const PICTURES: readonly {
  of: RegExp;
  names: readonly string[];
  wall: Colour;
  author: string;
  source?: string;
}[] = [
  {
    of: /^Hội nghị viên chức/,
    names: [
      'Toàn cảnh hội nghị',
      'Đoàn chủ tịch điều hành',
      'Đại biểu biểu quyết',
      'Khen thưởng tại hội nghị',
    ],
    wall: [150, 40, 36],
    author: 'Phạm Thu Hằng',
    source: 'Trang tin của đơn vị, bài “Hội nghị viên chức, người lao động”',
  },
  {
    of: /^Gặp mặt Ngày Thầy thuốc/,
    names: ['Lãnh đạo chúc mừng', 'Văn nghệ chào mừng', 'Tặng hoa các khoa'],
    wall: [31, 76, 134],
    author: 'Nguyễn Đức Long',
  },
];

/** Pictures on the latest event of each kind, and its signed sheet as a paper. */
export async function seedAttachments(core: Core, invoke: Invoke): Promise<void> {
  const { rows } = await invoke('events.list', { limit: 500 });
  for (const { of, names, wall, author, source } of PICTURES) {
    const event = rows.find((row) => of.test(row.name));
    if (!event) continue;
    for (const [i, name] of names.entries()) {
      const { token } = core.files.registerUpload(`${name}.png`, hall(wall, i));
      const facts = { takenOn: event.startsOn, author, source: source ?? null };
      await invoke('files.attach', { entity: 'event', entityId: event.id, token, ...facts });
    }
    const bytes = await agendaOf(event.name);
    const paper = core.files.registerUpload('Chương trình.docx', bytes);
    await invoke('files.attach', {
      entity: 'event',
      entityId: event.id,
      token: paper.token,
      author: 'Văn phòng công đoàn',
      takenOn: event.startsOn,
    });
  }
}

/** An agenda from the built-in template. */
async function agendaOf(name: string): Promise<Uint8Array> {
  const { fields } = TEMPLATES.agenda;
  const upper = 'Liên đoàn Lao động tỉnh Thanh Lâm';
  const data = { ...sampleOf(fields), ten_su_kien: name, cap_tren: upper, dong_cap_tren: upper };
  return fillTemplate(await builtinTemplate('agenda'), data);
}

/** A hall with rows of people before a stage, as a PNG. */
function hall(wall: Colour, seed: number): Uint8Array {
  const rows: Uint8Array[] = [];
  for (let y = 0; y < HEIGHT; y++) {
    const row = new Uint8Array(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x++) row.set(colourAt(x, y, wall, seed), 1 + x * 3);
    rows.push(row);
  }
  return png(Buffer.concat(rows));
}

function colourAt(x: number, y: number, wall: Colour, seed: number): Colour {
  const light = 0.75 + 0.25 * Math.cos(((x - WIDTH / 2) / WIDTH) * 3);
  const shade = (colour: Colour, by: number): Colour =>
    colour.map((one) => Math.max(0, Math.min(255, Math.round(one * by)))) as unknown as Colour;
  if (y > 34 && y < 66 && Math.abs(x - WIDTH / 2) < 150 - seed * 12) return shade([240, 205, 96], light);
  for (let line = 4; line >= 0; line--) {
    const size = 13 + line * 5;
    const top = 132 + line * 34;
    const step = size * 2.4;
    const at = (x + line * 17 + seed * 29) % step;
    const person = Math.floor((x + line * 17 + seed * 29) / step);
    const head = (at - step / 2) ** 2 + (y - top) ** 2 < (size * 0.52) ** 2;
    const body = Math.abs(at - step / 2) < size * 0.8 && y > top + size * 0.5 && y < top + size * 2.6;
    if (head) return shade([214, 168, 132], light * (0.85 + (person % 3) * 0.08));
    if (body) return shade(person % 4 === 0 ? [196, 222, 240] : [245, 245, 242], light * (0.7 + line * 0.07));
  }
  return y < 118 ? shade(wall, light * (0.8 + y / 500)) : shade([150, 118, 84], light * (0.55 + y / 900));
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, out.length - 4);
  return out;
}

/** A PNG of RGB rows, each after a zero byte. */
export function png(pixels: Uint8Array, width = WIDTH, height = HEIGHT): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}
