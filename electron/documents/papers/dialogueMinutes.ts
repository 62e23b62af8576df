/** Minutes of a dialogue at the workplace (biên bản đối thoại tại nơi làm việc), signed by both sides. */
import type { Block, Paper, PaperUnit, TableBlock } from './paper';
import { longDate } from './text';

export interface DialogueMinutes {
  unit: PaperUnit;
  /** "Đối thoại định kỳ". */
  kind: string;
  title: string;
  /** ISO. */
  day: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  askedBy: string | null;
  employer: DialogueSide;
  worker: DialogueSide;
  secretary: string | null;
  content: string | null;
  opinions: readonly { text: string; topic: string; answer: string | null }[];
  conclusions: string | null;
  openPoints: string | null;
}
export interface DialogueSide {
  lead: string | null;
  /** One who took part in each line. */
  people: string | null;
  count: number | null;
}

const say = (text: string): Block => ({ kind: 'paragraph', text });
const head = (text: string): Block => ({ kind: 'heading', text });
const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const ended = (line: string): string => (/[.;:!?…]$/.test(line) ? line : `${line}.`);
/** "14:00" as "14 giờ 00". */
const hour = (time: string): string => time.replace(':', ' giờ ');
/** "Ông Lò Văn Pâng, Giám đốc" signs as "Lò Văn Pâng". */
const nameOf = (lead: string | null): string | null =>
  lead
    ?.split(',')[0]
    ?.trim()
    .replace(/^(?:Ông|Bà|Đồng chí)\s+/u, '') || null;

function side(title: string, { lead, people, count }: DialogueSide): Block[] {
  const many = count === null ? '' : ` (${String(count).padStart(2, '0')} người)`;
  const named = [...(lead === null ? [] : [`Đại diện: ${lead}`]), ...linesOf(people)];
  return [
    { kind: 'paragraph', text: [{ text: `${title}${many}:`, bold: true }], indent: true, keepNext: true },
    ...(named.length === 0 ? [say('…………………………………………')] : named.map((line) => say(`- ${ended(line)}`))),
  ];
}

function opinionTable(rows: DialogueMinutes['opinions']): TableBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 11, align: 'center' },
      { title: 'Ý kiến, kiến nghị', width: '*' },
      { title: 'Lĩnh vực', width: 36 },
      { title: 'Trả lời, hướng giải quyết', width: 58 },
    ],
    rows: rows.map((row, at) => ({
      kind: 'row',
      cells: [String(at + 1), row.text, row.topic, row.answer ?? ''],
    })),
    size: 12,
  };
}

/** The parts that were written, numbered in order. */
function parts(minutes: DialogueMinutes): Block[] {
  const { opinions } = minutes;
  const written: [string, Block[]][] = [
    [
      'Thành phần',
      [
        ...side('1. Bên người sử dụng lao động', minutes.employer),
        ...side('2. Bên người lao động', minutes.worker),
        ...(minutes.secretary === null ? [] : [say(`3. Thư ký: ${ended(minutes.secretary)}`)]),
      ],
    ],
    ['Nội dung đối thoại', linesOf(minutes.content).map((line) => say(ended(line)))],
    [
      'Ý kiến, kiến nghị tại đối thoại',
      opinions.length === 0
        ? []
        : [say(`Có ${opinions.length} ý kiến, kiến nghị được nêu:`), opinionTable(opinions)],
    ],
    ['Kết luận, nội dung thống nhất', linesOf(minutes.conclusions).map((line) => say(ended(line)))],
    ['Nội dung chưa thống nhất', linesOf(minutes.openPoints).map((line) => say(ended(line)))],
  ];
  const NUMBERS = ['I', 'II', 'III', 'IV', 'V'];
  return written
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], at) => [head(`${NUMBERS[at]}. ${title}`), ...blocks]);
}

export function dialogueMinutesPaper(minutes: DialogueMinutes): Paper {
  const { unit, day, startsAt, endsAt, place, askedBy } = minutes;
  const at = startsAt === null ? '' : `hồi ${hour(startsAt)}, `;
  const asked = askedBy === null ? '' : ` theo yêu cầu của ${askedBy}`;
  const end = endsAt === null ? 'kết thúc cùng ngày' : `kết thúc hồi ${hour(endsAt)} cùng ngày`;
  return {
    heading: unit,
    number: null,
    place: null,
    date: null,
    title: 'Biên bản',
    subject: `${minutes.kind} tại nơi làm việc: ${minutes.title}`,
    note: null,
    orientation: 'portrait',
    blocks: [
      say(
        `Hôm nay, ${at}${longDate(day)}, tại ${place ?? '…………………………'}, ${unit.body} phối hợp tổ chức ${minutes.kind.toLocaleLowerCase('vi')}${asked} giữa đại diện người sử dụng lao động và đại diện tập thể người lao động.`,
      ),
      ...parts(minutes),
      say(
        `Cuộc đối thoại ${end}. Biên bản đã được đọc cho các bên cùng nghe, thống nhất ký tên và lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản, lưu hồ sơ 01 bản./.`,
      ),
      {
        kind: 'signature',
        leftSigner: { authority: ['ĐẠI DIỆN', 'NGƯỜI LAO ĐỘNG'], name: nameOf(minutes.worker.lead) },
        middleSigner: { authority: ['THƯ KÝ'], name: nameOf(minutes.secretary) },
        signer: { authority: ['ĐẠI DIỆN NGƯỜI', 'SỬ DỤNG LAO ĐỘNG'], name: nameOf(minutes.employer.lead) },
      },
    ],
  };
}
