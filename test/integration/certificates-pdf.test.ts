import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawCertificates, measureFor, splitPdf } from '../../electron/documents/certificates/draw';
import type { DisplayLine, DisplayText } from '../../shared/domain/layout/display';
import { flattenRecord, type LayoutRecord } from '../../shared/domain/layout/fields';
import { type Layout, parseLayout } from '../../shared/domain/layout/schema';
import { displayList } from '../../shared/domain/layout/sheet';
import { type PdfPage, readPdf } from '../helpers/readPdf';
import { darkestEdge, has, touchingLetters } from '../helpers/sheetChecks';

const root = join(__dirname, '..', '..');
const fontsDir = join(root, 'resources', 'fonts');
const folder = join(root, 'resources', 'layouts');
const measure = measureFor(fontsDir);
const layouts = readdirSync(folder).map((file) =>
  parseLayout(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const layout = (id: string) => layouts.find((entry) => entry.id === id) as Layout;
const classic = layout('giay-khen-a4-ngang-co-dien');
const onBlank = layout('giay-khen-a4-ngang-in-phoi');

const names = [
  'Nguyễn Thị Hồng Đào',
  'H’Nguyệt Niê Kđăm',
  'Y Kŭn Êban',
  'Điểu Thị Ngọc Ẩn',
  'Ksor Blơ̆ Rơ Chăm',
  'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Bích Phượng Uyên',
  'An',
  'Thạch Sà Phây',
  'Ƀôk Nưh Ŏ',
  'Lò Thị Ượm Ặng Ẫy Ợt Ữ',
  'Ksor Y Blang Thiên Trường Nguyễn Hoàng Phương Đăk Rơ Chăm Bing Niê Brit',
  'Vừ A Dế',
  'Trần Lê Quỳnh Như',
];
const longPost =
  'Phó Trưởng khoa, Khoa Hồi sức cấp cứu – Chống độc, Ủy viên Ban Nữ công, Tổ trưởng Tổ Công đoàn liên khoa Cấp cứu – Gây mê hồi sức';
const longAchievement =
  'Đã có thành tích xuất sắc trong phong trào thi đua “Đổi mới phong cách, thái độ phục vụ của cán bộ y tế hướng tới sự hài lòng của người bệnh”, gắn với xây dựng cơ sở y tế “Xanh – Sạch – Đẹp”, góp phần hoàn thành nhiệm vụ chính trị của đơn vị giai đoạn 2021 – 2026';

function recordsFor(sheet: Layout): LayoutRecord[] {
  const sample = flattenRecord(sheet.sample);
  return [
    sample,
    ...names.map((name, i) => ({
      ...sample,
      name,
      honorific: i % 2 ? 'Ông' : 'Bà',
      'register.no': `${i}/2026`,
    })),
    { ...sample, post: longPost, achievement: longAchievement },
  ];
}

const linesOf = (sheet: Layout, record: LayoutRecord, mode: 'full' | 'blank' = 'full'): DisplayLine[] =>
  displayList(sheet, record, measure, mode)
    .items.filter((item): item is DisplayText => item.kind === 'text')
    .flatMap((item) => [...item.lines]);

/** The text read back on a line's baseline, from its origin to where it ends. */
function readBack(page: PdfPage, line: DisplayLine): { text: string; x: number; y: number } | null {
  const near = page.texts.filter(
    (entry) =>
      Math.abs(entry.y - line.baseline) < 0.15 &&
      entry.x > line.x - 0.3 &&
      entry.x < line.x + line.width + 0.3,
  );
  const first = near[0];
  return first ? { text: near.map((entry) => entry.text).join(''), x: first.x, y: first.y } : null;
}

/** Strongly tracked words (TẶNG) carry their text beside the glyphs, which this reader does not look at. */
const spelt = (sheet: Layout, record: LayoutRecord, mode: 'full' | 'blank') =>
  new Set(
    displayList(sheet, record, measure, mode)
      .items.filter((item): item is DisplayText => item.kind === 'text' && item.tracking >= 80)
      .flatMap((item) => item.lines.map((line) => line.text)),
  );

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('placing', () => {
  it.each(layouts.map((entry) => [entry.id, entry] as const))(
    '%s: every line stands where the layout says',
    async (id, sheet) => {
      const mode = id.includes('in-phoi') ? 'blank' : 'full';
      const records = recordsFor(sheet);
      const { pdf } = await drawCertificates({ layout: sheet, records, mode, fontsDir });
      const pages = await readPdf(pdf);
      expect(pages).toHaveLength(records.length);
      let worst = 0;
      let count = 0;
      for (const [i, page] of pages.entries()) {
        expect(page.w).toBeCloseTo(sheet.page.w, 4);
        expect(page.h).toBeCloseTo(sheet.page.h, 4);
        const record = records[i] as LayoutRecord;
        const tracked = spelt(sheet, record, mode);
        for (const line of linesOf(sheet, record, mode)) {
          const back = readBack(page, line);
          const plain = (text: string) => (tracked.has(line.text) ? text.replaceAll(' ', '') : squeeze(text));
          expect(plain(back?.text ?? '')).toBe(plain(line.text));
          worst = Math.max(
            worst,
            Math.abs((back?.x ?? 99) - line.x),
            Math.abs((back?.y ?? 99) - line.baseline),
          );
          count++;
        }
      }
      expect(count).toBeGreaterThan(100);
      expect(worst).toBeLessThan(0.01);
    },
  );

  it('the text read back is the record that went in', async () => {
    const records = recordsFor(classic);
    const { pdf } = await drawCertificates({ layout: classic, records, mode: 'full', fontsDir });
    for (const [i, page] of (await readPdf(pdf)).entries()) {
      const whole = squeeze(page.texts.map((entry) => entry.text).join(' '));
      const compact = whole.replaceAll(' ', '');
      const record = records[i] as Record<string, string>;
      for (const field of [
        'name',
        'post',
        'achievement',
        'register.no',
        'signer.name',
        'decision.no',
      ] as const) {
        expect(compact).toContain((record[field] as string).normalize('NFC').replaceAll(' ', ''));
      }
    }
  });

  it('decomposed input gives the same bytes as composed', async () => {
    const [composed, decomposed] = (['NFC', 'NFD'] as const).map((form) =>
      Object.fromEntries(
        Object.entries(flattenRecord(classic.sample)).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.normalize(form) : value,
        ]),
      ),
    ) as [LayoutRecord, LayoutRecord];
    const draw = (record: LayoutRecord) =>
      drawCertificates({ layout: classic, records: [record], mode: 'full', fontsDir });
    const [a, b] = [await draw(composed), await draw(decomposed)];
    expect(Buffer.compare(a.pdf, b.pdf)).toBe(0);
  });
});

describe('calibration and blanks', () => {
  it('moves and scales the whole sheet', async () => {
    const calibration = { dx: 0.8, dy: -1.2, scale: 0.997 };
    const record = flattenRecord(onBlank.sample);
    const { pdf } = await drawCertificates({
      layout: onBlank,
      records: [record],
      mode: 'blank',
      calibration,
      fontsDir,
    });
    const [page] = await readPdf(pdf);
    const tracked = spelt(onBlank, record, 'blank');
    for (const line of linesOf(onBlank, record, 'blank').filter((entry) => !tracked.has(entry.text))) {
      const x = calibration.dx + calibration.scale * line.x;
      const baseline = calibration.dy + calibration.scale * line.baseline;
      const back = readBack(page as PdfPage, { ...line, x, baseline });
      expect(back?.x).toBeCloseTo(x, 2);
      expect(back?.y).toBeCloseTo(baseline, 2);
      expect(squeeze(back?.text ?? '')).toBe(line.text);
    }
  });

  it('prints on a blank only what is marked for it, and not what was switched off', async () => {
    const record = flattenRecord(classic.sample);
    const draw = async (skip: string[]) => {
      const { pdf } = await drawCertificates({
        layout: classic,
        records: [record],
        mode: 'blank',
        fontsDir,
        skip,
      });
      const [page] = await readPdf(pdf);
      return { text: (page as PdfPage).texts.map((entry) => entry.text).join(' '), pdf };
    };
    const { text, pdf } = await draw([]);
    expect(text).toContain('Hồng');
    expect(text).not.toMatch(/GIẤY|CỘNG HÒA|BAN CHẤP HÀNH CÔNG/);
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/XObject');
    expect((await draw(['register'])).text).not.toContain('Số sổ');
  });
});

describe('long names', () => {
  it('shrinks, then wraps, then flags; unflagged items stay inside their zones', async () => {
    const sample = flattenRecord(classic.sample);
    const seen = new Set<string>();
    let name = 'Hoàng';
    for (let i = 0; i < 40; i++) {
      const page = displayList(classic, { ...sample, name }, measure, 'full');
      const drawn = page.items.find((item) => item.kind === 'text' && item.id === 'name') as DisplayText;
      const flagged = page.problems.some((problem) => problem.item === 'name');
      seen.add(
        flagged ? 'flagged' : drawn.lines.length > 1 ? 'wrapped' : drawn.size < 32 ? 'shrunk' : 'whole',
      );
      if (!flagged) {
        for (const line of drawn.lines) {
          expect(line.x).toBeGreaterThanOrEqual(drawn.box.x - 1e-6);
          expect(line.x + line.width).toBeLessThanOrEqual(drawn.box.x + drawn.box.w + 1e-6);
          expect(line.baseline).toBeLessThanOrEqual(drawn.box.y + drawn.box.h + 1e-6);
        }
      }
      expect(drawn.lines.map((line) => line.text).join(' ')).toBe(`Bà ${name}`);
      name += [' Nguyễn', ' Thị', ' Phương', ' Uyên', ' Êban'][i % 5];
    }
    expect([...seen]).toEqual(['whole', 'shrunk', 'wrapped', 'flagged']);
    const { overflows } = await drawCertificates({
      layout: classic,
      records: [sample, { ...sample, name }, sample],
      mode: 'full',
      fontsDir,
    });
    expect(overflows).toEqual([{ index: 1, item: 'name', reason: 'overflow' }]);
  });

  it('no letter of one item touches a letter of another, or of another line', () => {
    for (const sheet of layouts) {
      for (const record of recordsFor(sheet)) {
        const page = displayList(sheet, record, measure, 'full');
        if (page.problems.length > 0) continue;
        const touching = touchingLetters(
          measure,
          page.items.filter((item): item is DisplayText => item.kind === 'text'),
        );
        expect(touching, `${sheet.id}: ${record.name}`).toEqual([]);
      }
    }
  });
});

describe('the file', () => {
  it('embeds its fonts, loads no standard one, and is the same twice', async () => {
    const input = { layout: classic, records: recordsFor(classic), mode: 'full', fontsDir } as const;
    const [first, second] = [await drawCertificates(input), await drawCertificates(input)];
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
    const raw = Buffer.from(first.pdf).toString('latin1');
    const fonts = raw.match(/\/Subtype \/Type0/g)?.length ?? 0;
    expect(fonts).toBeGreaterThanOrEqual(7);
    expect(raw.match(/\/FontFile2/g)).toHaveLength(fonts);
    expect(raw).not.toMatch(/Helvetica|\/Type1\b/);
  });

  it.each([1, 2, 7])('has one page for each of %i records', async (count) => {
    const sample = flattenRecord(classic.sample);
    const records = Array.from({ length: count }, (_, i) => ({ ...sample, name: `Lò Văn ${'ABCDEFG'[i]}` }));
    const { pdf } = await drawCertificates({ layout: classic, records, mode: 'full', fontsDir });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(count);
    const files = await splitPdf(pdf);
    expect(files).toHaveLength(count);
    for (const [i, file] of files.entries()) {
      const [page, more] = await readPdf(file);
      expect(more).toBeUndefined();
      expect(page?.texts).toEqual(pages[i]?.texts);
      expect(page?.w).toBeCloseTo(297, 3);
    }
  });

  it('refuses to draw nothing', async () => {
    const work = drawCertificates({ layout: classic, records: [], mode: 'full', fontsDir });
    await expect(work).rejects.toThrow(RangeError);
  });

  it('draws a picture in place of the placeholder', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8Dw//9/AAv7A/3dF29HAAAAAElFTkSuQmCC',
      'base64',
    );
    const record = flattenRecord(classic.sample);
    const { pdf } = await drawCertificates({
      layout: classic,
      records: [record],
      mode: 'full',
      fontsDir,
      images: { 'unit.emblem': png },
    });
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Subtype /Image');
    const [page] = await readPdf(pdf);
    expect(page?.texts.some((entry) => entry.text.includes('BIỂU'))).toBe(false);
  });

  it('stops when cancelled, and reports progress', async () => {
    const abort = new AbortController();
    const records = Array.from({ length: 100 }, () => flattenRecord(classic.sample));
    const steps: number[] = [];
    const onProgress = (done: number) => {
      steps.push(done);
      if (done >= 40) abort.abort(new Error('stop'));
    };
    const work = drawCertificates({
      layout: classic,
      records,
      mode: 'full',
      fontsDir,
      signal: abort.signal,
      onProgress,
    });
    await expect(work).rejects.toThrow('stop');
    expect(steps).toEqual([0, 20, 40]);
  });
});

describe.skipIf(!has('pdftoppm'))('as rendered by poppler', () => {
  it('leaves the outer 5 mm white on every layout', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sheet-'));
    try {
      for (const sheet of layouts) {
        const records = [flattenRecord(sheet.sample)];
        const { pdf } = await drawCertificates({ layout: sheet, records, mode: 'full', fontsDir });
        expect(darkestEdge(pdf, directory), sheet.id).toBeGreaterThan(250);
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it.skipIf(!has('pdftotext'))('pdftotext finds the names, and TẶNG as one word', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sheet-'));
    const file = join(directory, 'sheet.pdf');
    const records = recordsFor(classic);
    writeFileSync(file, (await drawCertificates({ layout: classic, records, mode: 'full', fontsDir })).pdf);
    const pages = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f');
    rmSync(directory, { recursive: true, force: true });
    for (const [i, record] of records.entries()) {
      const text = squeeze((pages[i] as string).normalize('NFC'));
      expect(text).toContain(squeeze(`${record.honorific} ${(record.name as string).normalize('NFC')}`));
      expect(text).toContain('TẶNG');
      expect(text).toContain('GIẤY KHEN');
    }
  });
});
