/** Job: a handover as one ZIP: minutes to sign, lists, data for the receiver, and checksums of the three. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { handoverPaper } from '../documents/papers/handover';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { handoverWorkbook } from '../documents/spreadsheets/handover';
import { type HandoverAsked, handoverContent } from '../modules/organisation/handover/data';
import type { JobTools } from './worker';

export interface HandoverMade {
  bytes: Uint8Array;
  members: number;
  files: { name: string; size: number; sha256: string }[];
}

const STEPS = 5;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sizeText = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`;

export async function handoverJob(asked: HandoverAsked, tools: JobTools): Promise<HandoverMade> {
  const content = handoverContent(tools.db(), asked);
  tools.progress(1, STEPS, 'reading');
  const { list, ...paper } = content;
  const sheets = await handoverWorkbook({ ...paper, unitName: paper.unit.body, list: list as never });
  tools.progress(2, STEPS, 'writing');
  const { people: _, ...facts } = paper;
  const data = new TextEncoder().encode(
    JSON.stringify({ format: 'so-cong-doan/ban-giao', version: 1, ...facts, members: list }, null, 1),
  );
  const attached = [
    { name: 'so-lieu.xlsx', bytes: sheets },
    { name: 'so-lieu.json', bytes: data },
  ];
  const minutes = handoverPaper({
    ...paper,
    files: attached.map(({ name, bytes }) => ({ name, size: sizeText(bytes.length), sha256: sha256(bytes) })),
  });
  const pdf = await renderPdf(minutes, { fontsDir: join(tools.resources, 'fonts') });
  tools.progress(3, STEPS, 'writing');
  const docx = await renderDocx(minutes);
  tools.progress(4, STEPS, 'writing');
  const all = [
    { name: 'bien-ban-ban-giao.pdf', bytes: pdf },
    { name: 'bien-ban-ban-giao.docx', bytes: docx },
    ...attached,
  ];
  const sums = all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  const at = new Date(`${asked.asOf}T00:00:00Z`);
  const zip = zipSync(
    Object.fromEntries(
      [...all, { name: 'ma-kiem-tra.sha256', bytes: new TextEncoder().encode(sums) }].map(
        ({ name, bytes }) => [name, [bytes, { mtime: at, level: name.endsWith('.json') ? 6 : 0 }] as const],
      ),
    ) as never,
  );
  tools.progress(STEPS, STEPS, 'writing');
  return {
    bytes: zip,
    members: list.length,
    files: all.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  };
}
