/** Reports of the invented union: two closed years and the draft of this one, each begun from the last. */
import { dayOfWeek } from '../../shared/domain/dateMath';
import { ANNEX_LINES } from '../../shared/domain/reportOutlines';
import type { Invoke } from './seed';

/** What the outline leaves to be told in words. */
const TOLD: Readonly<Record<string, string>> = {
  'Thuận lợi':
    'Thuận lợi: Công đoàn nhận được sự quan tâm của công đoàn cấp trên, cấp ủy và Ban Giám đốc; đội ngũ cán bộ công đoàn nhiệt tình, có trách nhiệm.',
  'Khó khăn':
    'Khó khăn: Đoàn viên làm việc theo ca, khối lượng công việc lớn nên khó sắp xếp thời gian tham gia đầy đủ các hoạt động.',
  'Ưu điểm':
    'Ưu điểm: Các hoạt động chăm lo, phong trào thi đua được triển khai đúng kế hoạch, có sự hưởng ứng của đông đảo đoàn viên.',
  'Hạn chế và nguyên nhân':
    'Hạn chế và nguyên nhân: Sinh hoạt ở một số tổ công đoàn chưa đều; việc ghi sổ sách có lúc chưa kịp thời do cán bộ kiêm nhiệm.',
  'Bài học kinh nghiệm':
    'Bài học kinh nghiệm: Bám sát kế hoạch từ đầu năm, phân công rõ người, rõ việc, ghi nhận kết quả ngay sau mỗi hoạt động.',
  'Với công đoàn cấp trên':
    'Với công đoàn cấp trên: Tiếp tục mở các lớp tập huấn nghiệp vụ cho cán bộ công đoàn.',
  'Với Ban Giám đốc':
    'Với Ban Giám đốc: Tạo điều kiện về thời gian, kinh phí cho các hoạt động của công đoàn.',
};

async function tell(invoke: Invoke, id: number): Promise<void> {
  const { parts } = await invoke('reports.get', { id });
  for (const part of parts) {
    const text = part.runs.map((run) => run.text).join('');
    const told = TOLD[text.replace(/:$/, '')];
    if (told) await invoke('reports.savePart', { id: part.id, version: part.version, text: told });
  }
}

/** The number a report had in the register of its year. */
async function numbered(invoke: Invoke, id: number, onDate: string, number: number): Promise<void> {
  const { subject } = await invoke('reports.get', { id });
  const link = { entity: 'report' as const, id, label: subject.slice(0, 200) };
  await invoke('documents.take', { typeCode: 'report', onDate, subject, link, number });
}

export async function seedReports(invoke: Invoke, year: number, today: string): Promise<void> {
  const addressee = 'Liên đoàn Lao động tỉnh Thanh Lâm';
  const first = await invoke('reports.create', { kind: 'year', year: year - 2, addressee });
  await tell(invoke, first.id);
  await invoke('reports.addPart', {
    ...{
      reportId: first.id,
      kind: 'table',
      afterId: (await invoke('reports.get', { id: first.id })).parts.at(-1)!.id,
    },
    template: ANNEX_LINES,
  });
  await numbered(invoke, first.id, `${year - 2}-12-08`, 58);
  await invoke('reports.close', { ...first, onDate: `${year - 2}-12-08` });
  const last = await invoke('reports.create', { kind: 'year', year: year - 1, copyFrom: first.id });
  await numbered(invoke, last.id, `${year - 1}-12-05`, 62);
  await invoke('reports.close', { ...last, onDate: `${year - 1}-12-05` });
  const draft = await invoke('reports.create', { kind: 'year', year, copyFrom: last.id });
  const { parts } = await invoke('reports.get', { id: draft.id });
  const results = parts.find((part) => part.runs[0]?.text.startsWith('KHEN THƯỞNG'));
  const wrong = dayOfWeek(`${year}-12-18`) === 1 ? 'thứ Năm' : 'thứ Hai';
  if (results)
    await invoke('reports.addPart', {
      reportId: draft.id,
      afterId: results.id,
      template: `Hội nghị tổng kết dự kiến tổ chức ${wrong}, ngày 18/12/${year}, kết hợp trao thưởng.`,
    });
  const { events } = await offeredEvents(invoke, draft.id);
  const contests = parts.find((part) => part.template.includes('events.group.contest'));
  for (const row of events.slice(0, 2))
    await invoke('reports.addPart', {
      ...{
        reportId: draft.id,
        afterId: contests?.id ?? null,
        template: row.template,
        name: row.name,
        sentence: true,
      },
    });
  if (today >= `${year}-06-01`) await halfYear(invoke, year, addressee);
}

async function offeredEvents(invoke: Invoke, id: number) {
  const { rows } = await invoke('reports.sentences', { id, search: 'cuộc thi' });
  return { events: rows.filter((row) => row.area === 'record' && row.known) };
}

async function halfYear(invoke: Invoke, year: number, addressee: string): Promise<void> {
  const half = await invoke('reports.create', { kind: 'halfYear', year, addressee });
  await tell(invoke, half.id);
  const { rows } = await invoke('documents.list', { direction: 'out', search: '6 tháng đầu năm', year });
  const entered = rows.find((row) => row.typeCode === 'report' && row.link === null);
  if (entered?.number) await numbered(invoke, half.id, entered.onDate, entered.number);
  await invoke('reports.close', { ...half, onDate: entered?.onDate ?? `${year}-06-05` });
}
