/** Job: what a self-test reads at length: the store, its log, the attached files, fonts, and a page drawn as PDF. */
import { join } from 'node:path';
import { FONT_FILES } from '../../shared/domain/layout/fontFiles';
import { type KnownHead, verifyLog } from '../db/auditChain';
import { isPresent } from '../db/fileVault';
import { checkStoreDeeply } from '../db/selfTest';
import { fontBytes } from '../documents/fonts';
import type { Paper } from '../documents/papers/paper';
import { renderPdf } from '../documents/papers/renderPdf';
import { keptFiles } from '../modules/export/repository';
import type { JobTools } from './worker';

export interface CheckMachineInput {
  dataDir: string;
  heads: KnownHead[];
}
export interface MachineChecked {
  store: { problems: number; cause: string; pages: number; bytes: number };
  schema: { version: number; drift: boolean };
  log: { rows: number; problems: number; copies: number };
  files: { count: number; missing: number };
  fonts: { count: number; bad: number };
  pdf: { bytes: number };
}

const STEPS = 5;

export async function checkMachineJob(input: CheckMachineInput, tools: JobTools): Promise<MachineChecked> {
  const db = tools.db();
  const fontsDir = join(tools.resources, 'fonts');
  const { store, schema } = checkStoreDeeply(db.raw);
  tools.progress(1, STEPS, 'checking');
  const log = verifyLog(db.raw, input.heads);
  tools.progress(2, STEPS, 'checking');
  const files = keptFiles(db);
  const missing = files.filter(({ hash, size }) => !isPresent(input.dataDir, hash, size)).length;
  tools.progress(3, STEPS, 'checking');
  const faces = Object.keys(FONT_FILES);
  const bad = faces.filter((face) => !isFont(face, fontsDir)).length;
  tools.progress(4, STEPS, 'checking');
  const pdf = await drawn(fontsDir);
  tools.progress(STEPS, STEPS, 'checking');
  return {
    store,
    schema,
    log: { rows: log.rows, problems: log.problems.length, copies: log.copies },
    files: { count: files.length, missing },
    fonts: { count: faces.length, bad },
    pdf: { bytes: pdf },
  };
}

const TRUETYPE = 0x0001_0000;

function isFont(face: string, fontsDir: string): boolean {
  try {
    const bytes = fontBytes(face, fontsDir);
    return bytes.length > 10_000 && bytes.readUInt32BE(0) === TRUETYPE;
  } catch {
    return false;
  }
}

/** Bytes of a page with every Vietnamese mark; 0 when it cannot be drawn. */
async function drawn(fontsDir: string): Promise<number> {
  const paper: Paper = {
    heading: { upperBody: null, body: 'CÔNG ĐOÀN CƠ SỞ', national: true },
    number: null,
    place: null,
    date: null,
    title: 'Trang in thử',
    subject: null,
    orientation: 'portrait',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Ấ ầ Ẩ ẫ ậ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ Đ',
      },
    ],
  };
  try {
    const bytes = await renderPdf(paper, { fontsDir });
    const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
    return isPdf ? bytes.length : 0;
  } catch {
    return 0;
  }
}
