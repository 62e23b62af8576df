/** The sheet of an agreement (quy chế phối hợp), its review of a year and its closing review, content by content. */
import type { OutputOf } from '../../../shared/contract';
import { formatDate, formatWeekdayDate } from '../../../shared/domain/dates';
import { formatDecimal, formatMoney, moneyProse, withVagueness } from '../../../shared/text/numbers';
import { agreementScores } from './agreementScores';
import type { Block, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

type Sheet = OutputOf<'agreements.get'>;
type Content = Sheet['contents'][number];
type Commitment = Content['commitments'][number];
type Delivery = Sheet['deliveries'][number];
type Flag = Delivery['flag'];

export interface AgreementPaperData {
  unit: PaperUnit;
  kind: 'sheet' | 'year' | 'closing';
  /** The year reviewed. */
  year: number | null;
  sheet: Sheet;
  evidence: readonly {
    name: string;
    takenOn: string | null;
    author: string | null;
    source: string | null;
  }[];
  signer: Signer;
  date: string;
}

const KINDS: Readonly<Partial<Record<NonNullable<Delivery['record']>['entity'], string>>> = {
  event: 'Hoạt động',
  welfare_campaign: 'Đợt quà',
  care_case: 'Trợ giúp',
  donor_gift: 'Tài trợ',
  drive: 'Cuộc vận động',
  fund_voucher: 'Phiếu thu, chi',
  award_decision: 'Khen thưởng',
  movement: 'Phong trào',
  document: 'Văn bản',
  follow_up: 'Chỉ đạo, vướng mắc',
  opinion: 'Ý kiến, vướng mắc',
  dialogue: 'Đối thoại',
};
const STATES = { open: 'Đang thực hiện', done: 'Đã thực hiện', dropped: 'Không thực hiện' } as const;
const NONE = 'Chưa có';

const row = (cells: TableRow['cells'], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, cells });
const line = (text: string): Block => ({ kind: 'paragraph', text, indent: true });
const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraphs = (text: string): Block[] => text.split(/\n+/).filter(Boolean).map(line);

/** "2024–2028", "từ 01/03/2024 đến 28/02/2029". */
const periodOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  startsOn.length === 4 && endsOn.length === 4
    ? `${startsOn}–${endsOn}`
    : `từ ${formatDate(startsOn)} đến ${formatDate(endsOn)}`;

function amountOf(value: number | null, flag: Flag, one: Pick<Commitment, 'measure' | 'unit'>): string {
  if (value === null) return '';
  if (one.measure === 'money') return moneyProse(value, flag);
  return withVagueness([formatDecimal(value, 2), one.unit].filter(Boolean).join(' '), flag);
}

function general({ sheet }: AgreementPaperData): Block[] {
  const { agreement, parties, predecessor, successors } = sheet;
  const signed = agreement.signedOn?.length === 10 ? formatWeekdayDate(agreement.signedOn) : null;
  const year = agreement.at === null ? '' : `; đang ở năm thứ ${agreement.at}/${agreement.of}`;
  const seam = (one: NonNullable<Sheet['predecessor']>) =>
    one.seam === null
      ? 'nối tiếp nhau'
      : one.seam.kind === 'gap'
        ? `cách nhau ${figure(one.seam.days)} ngày`
        : `trùng nhau ${figure(one.seam.days)} ngày`;
  const lines = [
    agreement.number && `Số, ký hiệu: ${agreement.number}.`,
    `Ký kết: ${[signed ?? (formatDate(agreement.signedOn) || 'chưa ký'), agreement.place && `tại ${agreement.place}`].filter(Boolean).join(', ')}.`,
    `Thời gian thực hiện: ${periodOf(agreement)}${year}.`,
    ...parties.map(
      (party, at) =>
        `Bên thứ ${ORDINALS[at] ?? at + 1}: ${party.name}${party.signer ? `; người ký: ${[party.signer, party.signerPost].filter(Boolean).join(', ')}` : ''}.`,
    ),
    predecessor && `Tiếp nối: ${predecessor.title} (${periodOf(predecessor)}), ${seam(predecessor)}.`,
    ...successors.map((next) => `Được tiếp nối bởi: ${next.title} (${periodOf(next)}), ${seam(next)}.`),
  ];
  return lines.filter((text) => typeof text === 'string').map(line);
}
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm'] as const;

function dueOf(one: Commitment, year: number | null): string {
  if (!one.yearly) return one.dueOn === null ? '' : formatDate(one.dueOn);
  const day = one.dueOn === null ? '31/12' : formatDate(one.dueOn).slice(0, 5);
  return year === null ? `${day} hằng năm` : `${day}/${year}`;
}

/** The deadlines a paper tells of: all, or that of the year reviewed. */
const told = (one: Commitment, year: number | null) =>
  one.standing.deadlines.filter(
    (deadline) => year === null || deadline.year === null || deadline.year === year,
  );

function resultOf(one: Commitment, year: number | null): string {
  const progress = one.progress.filter((entry) => year === null || entry.onDate.startsWith(String(year)));
  const sums = told(one, year).flatMap((deadline) => {
    const text = amountOf(deadline.sum, deadline.flag, one);
    return text === '' ? [] : [deadline.year !== null && year === null ? `${deadline.year}: ${text}` : text];
  });
  const words = progress.flatMap((entry) => entry.result ?? []);
  return [...new Set([...sums, ...words])].join('\n') || NONE;
}

function stateOf(one: Commitment, year: number | null): string {
  if (year !== null) {
    const state = told(one, year)[0]?.state ?? 'open';
    return state === 'overdue' ? 'Quá hạn' : STATES[state];
  }
  const { state, lateDays, keptYear } = one.standing;
  if (state === 'open' && keptYear !== null) return `Đã thực hiện đến năm ${keptYear}`;
  if (state === 'overdue') return `Quá hạn ${figure(lateDays)} ngày`;
  return state === 'dropped' && one.dropReason ? `${STATES.dropped}: ${one.dropReason}` : STATES[state];
}

function commitmentsTable(content: Content, year: number | null): Block {
  return {
    kind: 'table',
    size: 11,
    columns: [
      { title: 'TT', width: 9, align: 'center' },
      { title: 'Cam kết', width: '*' },
      { title: 'Chủ trì', width: 32 },
      { title: 'Thời hạn', width: 21, align: 'center' },
      { title: 'Kết quả', width: 40 },
      { title: 'Tình trạng', width: 22, align: 'center' },
    ],
    rows: content.commitments.map((one, at) => {
      const target =
        one.target === null
          ? one.targetText
          : amountOf(one.target, 'exact', one) + (one.yearly ? '/năm' : '');
      return row([
        String(at + 1),
        target ? `${one.name}\nChỉ tiêu: ${target}` : one.name,
        [one.party, one.person].filter(Boolean).join('\n'),
        dueOf(one, year),
        resultOf(one, year),
        stateOf(one, year),
      ]);
    }),
  };
}

const moneyCell = (one: Delivery): string =>
  one.countedIn !== null
    ? 'đã tính'
    : one.amount === null
      ? ''
      : withVagueness(formatMoney(one.amount).replace(/\u00a0đ$/, ''), one.flag);

/** Without a column of money where none is told. */
function deliveriesTable(rows: readonly Delivery[], money: Content['money']): Block {
  const priced = rows.some((one) => moneyCell(one) !== '');
  const cells = (one: Delivery, at: number): string[] => [
    String(at + 1),
    formatDate(one.onDate),
    [one.label, one.note].filter(Boolean).join('. '),
    [one.record && KINDS[one.record.entity], one.source].filter(Boolean).join('; '),
    ...(priced ? [moneyCell(one)] : []),
  ];
  return {
    kind: 'table',
    size: 11,
    columns: [
      { title: 'TT', width: 9, align: 'center' },
      { title: 'Ngày', width: 22, align: 'center' },
      { title: 'Việc đã làm', width: '*' },
      { title: 'Loại, nguồn', width: 36 },
      ...(priced ? [{ title: 'Số tiền (đồng)', width: 34, align: 'right' as const }] : []),
    ],
    rows: [
      ...rows.map((one, at) => row(cells(one, at))),
      ...(money.total === null || !priced
        ? []
        : [row(['', { text: 'Cộng', span: 3, align: 'center' }, sumCell(money)], 'total')]),
    ],
  };
}
const sumCell = (money: Content['money']): string =>
  money.total === null ? '' : withVagueness(figure(money.total), money.flag);

/** What was done; what is still planned is told by no paper. */
const ofYear = (rows: readonly Delivery[], year: number | null): Delivery[] =>
  rows.filter((one) => !one.ahead && (year === null || one.onDate.startsWith(String(year))));
function sumOf(rows: readonly Delivery[], whole: Content['money'], year: number | null): Content['money'] {
  if (year === null) return whole;
  const known = rows.filter((one) => one.amount !== null && one.countedIn === null);
  const total = known.length === 0 ? null : known.reduce((sum, one) => sum + one.amount!, 0);
  const vague = [...new Set(known.map((one) => one.flag).filter((one) => one !== 'exact'))];
  return { total, flag: vague.length > 1 ? 'about' : (vague[0] ?? 'exact'), unknown: 0 };
}

function contentBlocks(content: Content, at: number, { sheet, year }: AgreementPaperData): Block[] {
  const lines = ofYear(
    sheet.deliveries.filter((one) => one.contentId === content.id),
    year,
  );
  return [
    heading(`${at + 1}. ${content.name}`),
    ...(content.detail ? paragraphs(content.detail) : []),
    ...(content.commitments.length > 0 ? [commitmentsTable(content, year)] : []),
    ...(lines.length > 0
      ? [deliveriesTable(lines, sumOf(lines, content.money, year))]
      : [line(`Hoạt động đã thực hiện: ${NONE.toLocaleLowerCase('vi')}.`)]),
  ];
}

function sums({ sheet, year }: AgreementPaperData): Block[] {
  const { agreement, problems, contents } = sheet;
  const all = contents.flatMap((content) => content.commitments);
  const kept = all.filter((one) =>
    year === null
      ? one.standing.state === 'done' || one.standing.keptYear !== null
      : told(one, year)[0]?.state === 'done',
  );
  const days = problems.meanDays === null ? '' : `, bình quân ${formatDecimal(problems.meanDays)} ngày`;
  const said = year === null ? agreement.said : null;
  const unknown = year === null ? agreement.money.unknown : 0;
  return [
    line(`Cam kết: ${figure(kept.length)}/${figure(all.length)} cam kết đã thực hiện.`),
    ...(said === null
      ? []
      : [
          line(
            `Kinh phí thực hiện: ${said}${unknown > 0 ? `; ${figure(unknown)} khoản chưa có số liệu` : ''}.`,
          ),
        ]),
    ...(problems.total === 0
      ? []
      : [
          line(
            `Vướng mắc, chỉ đạo: ${figure(problems.total)} việc, đã giải quyết ${figure(problems.solved)} việc${days}.`,
          ),
        ]),
    year === null ? yearsTable(sheet) : line(yearLine(sheet, year)),
  ];
}

function yearsTable({ agreement, byYear }: AgreementPaperData['sheet']): Block {
  return {
    kind: 'table',
    size: 11,
    columns: [
      { title: 'Năm', width: '*', align: 'center' },
      { title: 'Số việc', width: 40, align: 'center' },
      { title: 'Số tiền (đồng)', width: 60, align: 'right' },
    ],
    rows: [
      ...byYear.map((one) => row([String(one.year), figure(one.delivered), sumCell(one.money)])),
      row(['Cộng', figure(agreement.delivered), sumCell(agreement.money)], 'total'),
    ],
  };
}

/** "Việc đã làm trong năm 2026: 8 việc; số tiền: 68.730.000 đồng." */
function yearLine({ byYear }: AgreementPaperData['sheet'], year: number): string {
  const own = byYear.find((one) => one.year === year);
  const money = own ? sumCell(own.money) : '';
  const sum = /\d/.test(money) ? `; số tiền: ${money} đồng` : '';
  return `Việc đã làm trong năm ${year}: ${figure(own?.delivered ?? 0)} việc${sum}.`;
}

function evidence({ evidence: files, sheet, year }: AgreementPaperData): Block[] {
  const papers = ofYear(
    sheet.deliveries.filter((one) => one.record?.entity === 'document'),
    year,
  );
  const rows = [
    ...papers.map((one) => [one.label, formatDate(one.onDate), '', 'Sổ văn bản']),
    ...files.map((one) => [one.name, formatDate(one.takenOn), one.author ?? '', one.source ?? '']),
  ];
  if (rows.length === 0) return [];
  return [
    heading('Danh mục minh chứng'),
    {
      kind: 'table',
      size: 11,
      columns: [
        { title: 'TT', width: 9, align: 'center' },
        { title: 'Tên', width: '*' },
        { title: 'Ngày', width: 24, align: 'center' },
        { title: 'Tác giả', width: 34 },
        { title: 'Nguồn', width: 44 },
      ],
      rows: rows.map((cells, at) => row([String(at + 1), ...cells])),
    },
  ];
}

function signature({ kind, sheet, signer, unit, date }: AgreementPaperData): Block {
  const partner = sheet.parties.find((party) => !party.own);
  const placeDate = { place: unit.place, date };
  if (kind === 'sheet' || !partner) return { kind: 'signature', signer, placeDate };
  return {
    kind: 'signature',
    leftSigner: { authority: [`Đại diện ${partner.name}`], name: null },
    signer,
    placeDate,
  };
}

const TITLES = {
  sheet: 'Phiếu theo dõi phối hợp',
  year: 'Báo cáo kết quả phối hợp',
  closing: 'Báo cáo tổng kết phối hợp',
} as const;

export function agreementSheet(data: AgreementPaperData): Paper {
  const { unit, kind, sheet, year } = data;
  const { agreement } = sheet;
  const closing = kind === 'closing';
  return {
    heading: { upperBody: unit.upperBody, body: unit.body, national: unit.national },
    number: null,
    place: null,
    date: null,
    title: TITLES[kind],
    subject: [agreement.title, year === null ? null : `Năm ${year}`].filter(Boolean).join('\n'),
    orientation: 'portrait',
    blocks: [
      heading('I. Thông tin chung'),
      ...general(data),
      heading(`II. Kết quả theo ${figure(sheet.contents.length)} nội dung`),
      ...sheet.contents.flatMap((content, at) => contentBlocks(content, at, data)),
      ...rest(data),
      heading('III. Tổng hợp'),
      ...sums(data),
      ...agreementScores(sheet, year),
      ...(closing && agreement.summary
        ? [heading('IV. Đánh giá chung'), ...paragraphs(agreement.summary)]
        : []),
      ...(closing && agreement.proposals
        ? [heading('V. Phương hướng, đề xuất'), ...paragraphs(agreement.proposals)]
        : []),
      ...evidence(data),
      signature(data),
    ],
  };
}

/** What belongs to no content. */
function rest({ sheet, year }: AgreementPaperData): Block[] {
  const lines = ofYear(
    sheet.deliveries.filter(
      (one) =>
        one.record?.entity !== 'document' && !sheet.contents.some((content) => content.id === one.contentId),
    ),
    year,
  );
  if (lines.length === 0) return [];
  const whole = sumOf(lines, { total: null, flag: 'exact', unknown: 0 }, year ?? -1);
  return [heading('Hoạt động chung của quy chế'), deliveriesTable(lines, whole)];
}
