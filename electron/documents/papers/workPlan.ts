/** The work plan of a year (chương trình công tác năm): months with what is to be done, who does it, what became of it. */
import type { Block, Paper, PaperUnit, Signer, TableRow } from './paper';

export interface PlanLine {
  /** "12/03", or "Trong tháng" */
  when: string;
  text: string;
  owner: string;
  /** "Đã xong 12/03: …" or a note. */
  result: string;
}
export interface WorkPlanData {
  unit: PaperUnit;
  year: number;
  number: string | null;
  date: string | null;
  /** Paragraphs over the table. */
  focus: readonly string[];
  months: readonly { month: number; lines: readonly PlanLine[] }[];
  results: boolean;
  recipients: readonly string[];
  signer: Signer;
}

function tableOf(data: WorkPlanData): Block {
  const rows: TableRow[] = [];
  let ordinal = 0;
  for (const { month, lines } of data.months) {
    const name = `Tháng ${month}`;
    rows.push({ kind: 'group', cells: [{ text: name, span: 5, align: 'left' }] });
    for (const line of lines) {
      ordinal++;
      rows.push({
        kind: 'row',
        cells: [String(ordinal), line.when, line.text, line.owner, line.result],
        under: name,
      });
    }
  }
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 11, align: 'center' },
      { title: 'Thời gian', width: 28, align: 'center' },
      { title: 'Nội dung công việc', width: '*' },
      { title: 'Chủ trì, thực hiện', width: 62 },
      { title: data.results ? 'Kết quả' : 'Ghi chú', width: 58 },
    ],
    rows,
  };
}

export function workPlan(data: WorkPlanData): Paper {
  const numbered = data.number !== null;
  return {
    heading: data.unit,
    number: data.number,
    place: numbered ? data.unit.place : null,
    date: numbered ? data.date : null,
    title: data.results ? 'Kết quả thực hiện chương trình công tác' : 'Chương trình công tác',
    subject: `Năm ${data.year}`,
    orientation: 'landscape',
    running: { head: `Chương trình công tác năm ${data.year}` },
    blocks: [
      ...data.focus.map((text): Block => ({ kind: 'paragraph', text })),
      tableOf(data),
      {
        kind: 'signature',
        signer: data.signer,
        recipients: data.recipients,
        ...(numbered ? {} : { placeDate: { place: data.unit.place, date: data.date } }),
      },
    ],
  };
}
