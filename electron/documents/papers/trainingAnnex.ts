/** Annex of training certificates (phụ lục): topics with hours and speakers, then who received which number. */
import type { HourUnit } from '../../../shared/domain/training';
import type { Block, Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface TrainingAnnexData {
  unit: PaperUnit;
  course: string;
  /** "lần thứ hai năm 2023" */
  edition: string | null;
  /** Days, sessions and hours. */
  line: string;
  hourUnit: HourUnit;
  topics: readonly {
    name: string;
    tenths: number | null;
    material: string | null;
    speaker: { name: string; post: string | null } | null;
  }[];
  speakers: readonly { name: string; post: string | null }[];
  tenths: number | null;
  people: readonly { name: string; post: string | null; number: string; result: string | null }[];
  date: string | null;
  signer: Signer;
}

const hours = (tenths: number | null) => (tenths === null ? '' : figure(tenths / 10));

function topicTable(data: TrainingAnnexData): Block {
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Chuyên đề', width: '*' },
    { title: data.hourUnit === 'period' ? 'Số tiết' : 'Số giờ', width: 16, align: 'center' },
    { title: 'Người trình bày', width: 38 },
    { title: 'Tài liệu', width: 44 },
  ];
  const rows: TableRow[] = data.topics.map((topic, at) => ({
    kind: 'row',
    cells: [String(at + 1), topic.name, hours(topic.tenths), topic.speaker?.name ?? '', topic.material ?? ''],
  }));
  if (data.tenths !== null)
    rows.push({
      kind: 'total',
      cells: ['', { text: 'Cộng', align: 'center' }, hours(data.tenths), '', ''],
    });
  return { kind: 'table', caption: '1. Chuyên đề', columns, rows };
}

function peopleTable(data: TrainingAnnexData): Block[] {
  if (data.people.length === 0) return [];
  const results = data.people.some((person) => person.result !== null);
  const columns: Column[] = [
    { title: 'TT', width: 11, align: 'center' },
    { title: 'Họ và tên', width: 46 },
    { title: 'Chức vụ, chức danh', width: '*' },
    { title: 'Số giấy chứng nhận', width: 34, align: 'center' },
    ...(results ? [{ title: 'Kết quả', width: 28, align: 'center' as const }] : []),
  ];
  const rows: TableRow[] = data.people.map((person, at) => ({
    kind: 'row',
    cells: [
      String(at + 1),
      person.name,
      person.post ?? '',
      person.number,
      ...(results ? [person.result ?? ''] : []),
    ],
  }));
  return [{ kind: 'table', caption: '2. Người được cấp giấy chứng nhận', columns, rows }];
}

const speakerLines = (data: TrainingAnnexData): Block[] =>
  data.speakers.map((speaker) => ({
    kind: 'paragraph',
    text: `- ${speaker.name}${speaker.post ? `, ${speaker.post}` : ''}.`,
  }));

export function trainingAnnex(data: TrainingAnnexData): Paper {
  const speakers = speakerLines(data);
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Phụ lục chương trình tập huấn',
    subject: [data.course, data.edition].filter(Boolean).join(', '),
    note: data.line,
    orientation: 'portrait',
    blocks: [
      topicTable(data),
      ...(speakers.length > 0
        ? [{ kind: 'paragraph' as const, text: 'Người trình bày:', keepNext: true }, ...speakers]
        : []),
      ...peopleTable(data),
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
