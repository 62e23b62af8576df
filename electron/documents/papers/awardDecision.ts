/** Award decision (quyết định khen thưởng) with its attached list of recipients. */
import type { Annex, Block, Column, Paper, PaperUnit, Run, Signer, TableRow } from './paper';
import { figure, heldTogether, longDate, runsOf, twoDigits, upper } from './text';

export interface AwardRecipient {
  /** As printed: "Bà Nguyễn Thị Hồng Đào", "Tổ Công đoàn Khoa Nhi". */
  name: string;
  /** "Điều dưỡng trưởng, Khoa Nhi" */
  postAndUnit: string | null;
  amount: number | null;
  /** "005/2026" */
  registerNumber: string | null;
}

export interface AwardDecisionData {
  unit: PaperUnit;
  /** Who decides: "Ban Chấp hành Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ"; `\n` forces a line. */
  issuer: string;
  number: string | null;
  date: string | null;
  /** "Về việc tặng Giấy khen cho tập thể, cá nhân …" */
  subject: string;
  /** Form awarded: "Giấy khen". */
  form: string;
  /** "đã có thành tích xuất sắc trong … năm 2026" */
  achievement: string;
  basis: readonly string[];
  collectives: readonly AwardRecipient[];
  households: readonly AwardRecipient[];
  individuals: readonly AwardRecipient[];
  /** Total of the money in words, with capital and without the full stop: "Hai mươi bốn triệu đồng". */
  totalInWords: string | null;
  /** "nguồn tài chính công đoàn cơ sở năm 2026" */
  moneySource: string | null;
  /** Takes the place of the articles proposed from the data; without "Điều 1." in front. */
  articles?: readonly string[];
  /** Nơi nhận. */
  recipients: readonly string[];
  signer: Signer;
  year: number;
}

interface Kind {
  heading: string;
  word: string;
  people: readonly AwardRecipient[];
}

function kindsOf(data: AwardDecisionData): Kind[] {
  const kinds = [
    { heading: 'TẬP THỂ', word: 'tập thể', people: data.collectives },
    { heading: 'HỘ GIA ĐÌNH', word: 'hộ gia đình', people: data.households },
    { heading: 'CÁ NHÂN', word: 'cá nhân', people: data.individuals },
  ];
  return kinds.filter((kind) => kind.people.length > 0);
}

function joinWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} và ${parts[parts.length - 1]}`;
}

function totalOf(people: readonly AwardRecipient[]): number {
  return people.reduce((sum, person) => sum + (person.amount ?? 0), 0);
}

function everyone(data: AwardDecisionData): AwardRecipient[] {
  return kindsOf(data).flatMap((kind) => [...kind.people]);
}

/** "tập thể 600.000 đồng, cá nhân 300.000 đồng" where each kind has one amount; otherwise null. */
function ratesOf(kinds: readonly Kind[]): string | null {
  const rates = kinds.map((kind) => {
    const amounts = new Set(kind.people.map((person) => person.amount));
    const [amount] = Array.from(amounts);
    return amounts.size === 1 && amount ? `${kind.word} ${figure(amount)} đồng` : null;
  });
  return rates.every((rate) => rate !== null) ? rates.join(', ') : null;
}

/** Articles proposed from the recipients and the money. */
export function proposedArticles(data: AwardDecisionData): string[] {
  const kinds = kindsOf(data);
  const counts = joinWords(kinds.map((kind) => `${twoDigits(kind.people.length)} ${kind.word}`));
  const articles = [`Tặng ${data.form} cho ${counts} ${data.achievement} (có danh sách kèm theo).`];
  const total = totalOf(everyone(data));
  if (total > 0) {
    const words = data.totalInWords ? ` (${data.totalInWords})` : '';
    const rates = ratesOf(kinds);
    const money = `${rates ? `Mức tiền thưởng: ${rates}; tổng` : 'Tổng'} số tiền thưởng là ${figure(total)} đồng${words}`;
    articles.push(`${money}${data.moneySource ? `, chi từ ${data.moneySource}` : ''}.`);
  }
  const named = joinWords(kinds.map((kind) => kind.word).filter((word) => word !== ''));
  articles.push(
    `Ban Chấp hành, Ủy ban Kiểm tra, kế toán, thủ quỹ Công đoàn cơ sở và các ${named.replace(' và ', ', ')} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
  );
  return articles;
}

function articleBlocks(data: AwardDecisionData): Block[] {
  const articles = data.articles ?? proposedArticles(data);
  return articles.map((article, i) => {
    const last = i === articles.length - 1;
    const text = last ? article.replace(/\.?(\/\.)?\s*$/, './.') : article;
    const runs: Run[] = [{ text: `Điều ${i + 1}.`, bold: true }, { text: ' ' }, ...runsOf(text)];
    return { kind: 'paragraph', text: runs };
  });
}

const ROMAN = ['I', 'II', 'III'];

/** The attached list; money and register columns appear only where something is in them. */
export function awardListTable(data: AwardDecisionData): Block {
  const people = everyone(data);
  const money = people.some((person) => person.amount !== null);
  const register = people.some((person) => person.registerNumber !== null);
  const columns: Column[] = [
    { title: 'TT', width: 12, align: 'center' },
    { title: 'Họ và tên / Tên tập thể', width: 52 },
    { title: 'Chức vụ, đơn vị', width: '*' },
    ...(money ? [{ title: 'Tiền thưởng (đồng)', width: 23, align: 'right' as const }] : []),
    ...(register ? [{ title: 'Số sổ', width: 19, align: 'center' as const }] : []),
  ];
  const rows: TableRow[] = kindsOf(data).flatMap((kind, k) => [
    {
      kind: 'group',
      cells: [
        {
          text: `${ROMAN[k]}. ${kind.heading} (${twoDigits(kind.people.length)})`,
          span: columns.length,
          align: 'left',
        },
      ],
    } as TableRow,
    ...kind.people.map((person, i): TableRow => {
      const cells = [String(i + 1), person.name, person.postAndUnit ?? ''];
      if (money) cells.push(figure(person.amount));
      if (register) cells.push(person.registerNumber ?? '');
      return { kind: 'row', cells };
    }),
  ]);
  if (money) {
    const label = { text: 'Tổng cộng', span: 2, align: 'center' as const };
    rows.push({ kind: 'total', cells: ['', label, figure(totalOf(people)), ...(register ? [''] : [])] });
  }
  return { kind: 'table', columns, rows };
}

function annexOf(data: AwardDecisionData): Annex {
  const words = joinWords(kindsOf(data).map((kind) => kind.word)).replace(' và ', ', ');
  const number = data.number && /^\d/.test(data.number) ? data.number : '………';
  const total = totalOf(everyone(data));
  return {
    title: `Danh sách ${words} được tặng ${data.form} năm ${data.year}`,
    reference: [
      `(Kèm theo Quyết định số ${number} ${longDate(data.date)}`,
      `của ${data.issuer.replace(/\n/g, ' ')})`,
    ],
    blocks: [
      awardListTable(data),
      ...(total > 0 && data.totalInWords
        ? [
            {
              kind: 'paragraph' as const,
              text: [{ text: 'Bằng chữ: ' }, { text: `${data.totalInWords}.`, italic: true }],
              indent: false,
              size: 13,
            },
          ]
        : []),
    ],
  };
}

export function awardDecisionPaper(data: AwardDecisionData): Paper {
  return {
    heading: data.unit,
    number: data.number ?? '',
    place: data.unit.place,
    date: data.date,
    title: 'Quyết định',
    subject: heldTogether(data.subject),
    orientation: 'portrait',
    blocks: [
      { kind: 'paragraph', text: upper(data.issuer), align: 'center', bold: true, keepNext: true },
      { kind: 'basis', lines: data.basis },
      { kind: 'paragraph', text: 'QUYẾT ĐỊNH:', align: 'center', bold: true, keepNext: true },
      ...articleBlocks(data),
      { kind: 'signature', recipients: data.recipients, signer: data.signer },
    ],
    annexes: [annexOf(data)],
  };
}
