/** Scenes and papers of emulation and certificates beside the decisions, for `npm run pictures`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

/** The movement with most results. */
async function movement(stage) {
  const { rows } = await stage.invoke('movements.list', {});
  return rows.sort((a, b) => b.results - a.results)[0].id;
}

/** The issued decision of the unit with fewest people, for a small file. */
async function smallDecision(stage) {
  const { rows } = await stage.invoke('awards.list', { levels: ['unit'], status: 'issued', limit: 100 });
  const named = (row) => (row.counts.individual ?? 0) + (row.counts.collective ?? 0);
  return rows.filter((row) => !row.countsOnly && named(row) > 0).sort((a, b) => named(a) - named(b))[0].id;
}

/** Opens an own layout in the designer with one of its items chosen. */
async function designer(stage) {
  const { rows } = await stage.invoke('certificates.layouts', {});
  const own = rows.find((row) => row.own !== null);
  const made =
    own ??
    (await stage.invoke('certificates.copyLayout', { layoutId: rows[0].id, name: 'Giấy khen của đơn vị' }));
  await stage.go(`/certificates/layouts/${made.id}`);
  await stage.page.locator('main').getByText('Họ và tên', { exact: true }).first().click();
}

/** Opens a picture of a printed certificate, as a phone would take it. */
async function check(stage) {
  const decisionId = await smallDecision(stage);
  const { file } = await stage.job('certificates.print', { decisionId, acceptOverflow: true });
  const bytes = await stage.page.evaluate(async (path) => {
    const reply = await fetch(path);
    return [...new Uint8Array(await reply.arrayBuffer())];
  }, `./api/file/${file.token}`);
  const folder = mkdtempSync(join(tmpdir(), 'so-sheet-'));
  const sheet = join(folder, 'giay-khen');
  writeFileSync(`${sheet}.pdf`, Uint8Array.from(bytes));
  spawnSync('pdftoppm', ['-png', '-r', '200', '-singlefile', `${sheet}.pdf`, sheet]);
  await stage.go('/certificates?tab=check');
  const [chooser] = await Promise.all([
    stage.page.waitForEvent('filechooser'),
    stage.press('Mở ảnh giấy khen'),
  ]);
  await chooser.setFiles(`${sheet}.png`);
  await stage.page.getByText('Đúng chữ ký của đơn vị').waitFor({ timeout: 30_000 });
  rmSync(folder, { recursive: true, force: true });
}

/** The distances of a printer a millimetre off, beside the words over the scan of a blank. */
async function calibrate(stage) {
  const { rows } = await stage.invoke('certificates.printers', {});
  const measured = rows.find((row) => row.blankId !== null);
  await stage.go(`/certificates/calibrate?printer=${measured.id}`);
  const distances = {
    'Mép trái → A': '24,2',
    'Mép trái → B': '271,2',
    'Mép trên → A': '26,2',
    'Mép trên → C': '186,2',
  };
  for (const [label, value] of Object.entries(distances)) await stage.page.getByLabel(label).fill(value);
  await stage.press('Tính độ lệch');
}

/** The first blank with its scan under the words. */
async function blank(stage) {
  const { rows } = await stage.invoke('certificates.blanks', {});
  await stage.go(`/certificates/blanks/${rows[0].id}`);
  await stage.page.locator('svg image[data-backdrop]').waitFor();
}

/** In the order of the guide; drawn on the demo store. */
export const AWARD_SCENES = [
  at('movements', '/awards?tab=movements'),
  { name: 'movement', play: async (stage) => stage.go(`/awards/movements/${await movement(stage)}`) },
  { name: 'designer', play: designer },
  { name: 'certificate-check', play: check },
  { name: 'calibration', play: calibrate },
  { name: 'blank', play: blank },
  at('certificate-settings', '/certificates?tab=settings'),
];

/** Papers: an operation and its input. */
export const AWARD_PAPERS = [
  {
    name: 'paper-calibration',
    operation: 'certificates.calibrationSheet',
    input: async () => ({ w: 297, h: 210 }),
  },
  {
    name: 'paper-movement',
    operation: 'movements.sumUpPdf',
    input: async (stage) => ({ id: await movement(stage) }),
  },
];
