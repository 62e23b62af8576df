/** The list a department fills in: its people with a hidden key each, and the forms to choose from. */
import { ROW_KEYS } from '../../../shared/domain/proposalList';
import type { SheetColumn, SheetData, SheetRow, WorkbookData } from './workbook';

export interface ProposalFormUnit {
  name: string;
  /** Key of the department or group. */
  uid: string;
  /** The collective itself may be proposed. */
  collective: boolean;
  people: readonly {
    uid: string;
    name: string;
    birthYear: string | null;
    gender: string | null;
    post: string | null;
    unionPost: string | null;
    awardedBefore: string | null;
  }[];
  /** Awards of the collective. */
  awardedBefore: string | null;
}
export interface ProposalFormData {
  unitName: string;
  title: string;
  /** How to fill it in, and until when. */
  hint: string;
  formTitle: string;
  forms: readonly string[];
  units: readonly ProposalFormUnit[];
}

/** Rows left for names that are not in the list. */
const ROOM = 8;
const FORMS_SHEET = 'Danh mục';

function columnsOf(data: ProposalFormData, unit: ProposalFormUnit): readonly SheetColumn[] {
  const choices = `'${FORMS_SHEET}'!$A$2:$A$${data.forms.length + 1}`;
  return [
    { key: 'key', title: `Mã dòng ${ROW_KEYS.sheet}${unit.uid}`, width: 12, type: 'text', hidden: true },
    { key: 'ordinal', title: 'STT', width: 6, type: 'text' },
    { key: 'kind', title: 'Đối tượng', width: 11, type: 'text' },
    { key: 'name', title: 'Họ và tên / Tên tập thể', width: 30, type: 'text' },
    { key: 'birthYear', title: 'Năm sinh', width: 9, type: 'text' },
    { key: 'gender', title: 'Giới tính', width: 8, type: 'text' },
    { key: 'post', title: 'Chức vụ chuyên môn', width: 24, type: 'text' },
    { key: 'unionPost', title: 'Chức vụ công đoàn', width: 22, type: 'text' },
    { key: 'form', title: data.formTitle, width: 34, type: 'text', choices },
    { key: 'achievement', title: 'Tóm tắt thành tích', width: 44, type: 'text' },
    { key: 'initiative', title: 'Sáng kiến', width: 30, type: 'text' },
    { key: 'awardedBefore', title: 'Đã được khen', width: 36, type: 'text' },
    { key: 'note', title: 'Ghi chú', width: 16, type: 'text' },
  ];
}

function sheetOf(data: ProposalFormData, unit: ProposalFormUnit): SheetData {
  const collective: SheetRow = {
    key: `${ROW_KEYS.unit}${unit.uid}`,
    kind: 'Tập thể',
    name: unit.name,
    awardedBefore: unit.awardedBefore,
  };
  const people: SheetRow[] = unit.people.map((person, at) => ({
    ...person,
    key: `${ROW_KEYS.member}${person.uid}`,
    ordinal: String(at + 1),
    kind: 'Cá nhân',
  }));
  const room: SheetRow[] = Array.from({ length: ROOM }, () => ({}));
  return {
    name: unit.name,
    title: [data.unitName, data.title, `Đơn vị: ${unit.name}`, data.hint],
    columns: columnsOf(data, unit),
    rows: [...(unit.collective ? [collective] : []), ...people, ...room],
    orientation: 'landscape',
  };
}

export function proposalForm(data: ProposalFormData): WorkbookData {
  return {
    sheets: [
      ...data.units.map((unit) => sheetOf(data, unit)),
      {
        name: FORMS_SHEET,
        columns: [{ key: 'form', title: data.formTitle, width: 60, type: 'text' }],
        rows: data.forms.map((form) => ({ form })),
      },
    ],
  };
}
