/** Papers of a case of help: its record (hồ sơ) and the record of handing over (biên bản bàn giao). */
import { formatDate } from '../../../shared/domain/dates';
import type { Block, Paper, PaperUnit, Signer, TableBlock } from './paper';
import { figure, longDate } from './text';

export interface CasePaperData {
  unit: PaperUnit;
  employer: string | null;
  signer: Signer;
  /** Day of the paper, ISO. */
  day: string;
  title: string;
  kind: string;
  /** "Chị Lò Thị Ón, Khoa Nhi"; of a relative also whose. */
  recipient: string;
  /** Only the name, for the signature. */
  recipientName: string;
  address: string | null;
  openedOn: string;
  state: string;
  decision: string | null;
  object: string | null;
  circumstances: string | null;
  note: string | null;
  steps: readonly { name: string; plannedOn: string | null; doneOn: string | null; note: string | null }[];
  money: readonly {
    source: string;
    name: string | null;
    kind: string | null;
    amount: number;
    onDate: string | null;
    voucher: string | null;
  }[];
  total: number;
  inWords: string;
  /** Names of what is attached. */
  papers: readonly string[];
  witnesses: readonly string[];
}

const say = (text: string): Block => ({ kind: 'paragraph', text });
const head = (text: string): Block => ({ kind: 'heading', text });
const fact = (label: string, value: string | null): Block[] =>
  value === null || value === ''
    ? []
    : [{ kind: 'paragraph', text: [{ text: `${label}: `, bold: true }, { text: value }], indent: false }];

/** Columns nobody wrote anything in are left out, so that the sources have room. */
function moneyTable(data: CasePaperData): TableBlock {
  const inKind = data.money.some(({ kind }) => kind !== null);
  const vouchers = data.money.some(({ voucher }) => voucher !== null);
  const dated = data.money.some(({ onDate }) => onDate !== null);
  const only = <T>(is: boolean, one: T): T[] => (is ? [one] : []);
  const columns: TableBlock['columns'] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Nguồn', width: '*' },
    ...only(inKind, { title: 'Hiện vật', width: 32 }),
    ...only(dated, { title: 'Ngày', width: 25, align: 'center' as const }),
    ...only(vouchers, { title: 'Chứng từ', width: 21, align: 'center' as const }),
    { title: 'Số tiền (đồng)', width: 31, align: 'right' },
  ];
  return {
    kind: 'table',
    columns,
    rows: [
      ...data.money.map((row, at) => ({
        kind: 'row' as const,
        cells: [
          String(at + 1),
          row.name === null ? row.source : `${row.source}: ${row.name}`,
          ...only(inKind, row.kind ?? ''),
          ...only(dated, formatDate(row.onDate)),
          ...only(vouchers, row.voucher ?? ''),
          figure(row.amount),
        ],
      })),
      {
        kind: 'total' as const,
        cells: [
          { text: 'Tổng cộng', span: columns.length - 1, align: 'center' as const },
          figure(data.total),
        ],
      },
    ],
    size: 12,
  };
}

function moneyBlocks(data: CasePaperData): Block[] {
  if (data.money.length === 0) return [say('Chưa ghi khoản tiền, hiện vật nào.')];
  return [
    moneyTable(data),
    { kind: 'paragraph', text: `Bằng chữ: ${data.inWords}.`, italic: true, indent: false },
  ];
}

function stepTable(data: CasePaperData): TableBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 11, align: 'center' },
      { title: 'Bước', width: 45 },
      { title: 'Dự kiến', width: 25, align: 'center' },
      { title: 'Đã làm', width: 25, align: 'center' },
      { title: 'Ghi chú', width: '*' },
    ],
    rows: data.steps.map((step, at) => ({
      kind: 'row',
      cells: [
        String(at + 1),
        step.name,
        formatDate(step.plannedOn),
        formatDate(step.doneOn),
        step.note ?? '',
      ],
    })),
    size: 12,
  };
}

/** The whole case on paper. */
export function caseRecordPaper(data: CasePaperData): Paper {
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Hồ sơ trợ giúp',
    subject: data.title,
    note: null,
    orientation: 'portrait',
    blocks: [
      head('1. Người được giúp'),
      ...fact('Họ và tên', data.recipient),
      ...fact('Địa chỉ', data.address),
      ...fact('Hình thức', data.kind),
      ...fact('Ngày mở hồ sơ', formatDate(data.openedOn)),
      ...fact('Tình trạng', data.state),
      ...fact('Quyết định', data.decision),
      ...fact('Nội dung', data.object),
      ...fact('Hoàn cảnh', data.circumstances),
      ...fact('Ghi chú', data.note),
      head('2. Các bước'),
      ...(data.steps.length === 0 ? [say('Chưa ghi bước nào.')] : [stepTable(data)]),
      head('3. Nguồn tiền, hiện vật'),
      ...moneyBlocks(data),
      head('4. Ảnh, giấy tờ kèm theo'),
      ...(data.papers.length === 0
        ? [say('Chưa có.')]
        : data.papers.map((name): Block => ({ kind: 'paragraph', text: `- ${name}`, indent: false }))),
      {
        kind: 'signature',
        signer: data.signer,
        leftSigner: { authority: ['NGƯỜI LẬP'], name: null },
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}

/** Signed by both sides when what was built or given is handed over. */
export function handoverPaper(data: CasePaperData): Paper {
  const day = longDate(data.day);
  const place = data.address ?? '…………………………';
  const present = data.witnesses.filter((line) => line.trim() !== '');
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Biên bản bàn giao',
    subject: data.title,
    note: null,
    orientation: 'portrait',
    blocks: [
      say(`Hôm nay, ${day}, tại ${place}, chúng tôi gồm:`),
      head('I. Bên giao'),
      say(
        `${data.unit.body}, đại diện: ${data.signer.name ?? '………………………'}, ${data.signer.authority.at(-1) ?? ''}.`,
      ),
      head('II. Bên nhận'),
      say(`${data.recipient}.`),
      ...(present.length === 0 ? [] : [head('III. Chứng kiến'), ...present.map((line) => say(`${line}.`))]),
      head(`${present.length === 0 ? 'III' : 'IV'}. Nội dung bàn giao`),
      ...(data.decision === null ? [] : [say(`Căn cứ ${data.decision}.`)]),
      say(`Bên giao đã bàn giao cho bên nhận: ${data.object ?? data.title}.`),
      say(`Tổng số tiền hỗ trợ: ${figure(data.total)} đồng (${data.inWords}), từ các nguồn:`),
      ...moneyBlocks(data).slice(0, 1),
      say(
        'Bên nhận đã xem xét, nhận đủ và có trách nhiệm giữ gìn, sử dụng đúng mục đích. Biên bản lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản, lưu hồ sơ công đoàn 01 bản./.',
      ),
      {
        kind: 'signature',
        signer: { authority: ['ĐẠI DIỆN BÊN GIAO', ...data.signer.authority], name: data.signer.name },
        ...(present.length === 0 ? {} : { middleSigner: { authority: ['NGƯỜI CHỨNG KIẾN'], name: null } }),
        leftSigner: { authority: ['BÊN NHẬN'], name: data.recipientName },
        placeDate: { place: data.unit.place, date: data.day },
      },
    ],
  };
}
