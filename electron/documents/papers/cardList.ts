/** The list with which member cards are asked for: new, changed, lost (mới, đổi, mất; domain.md 6.2). */
import type { MemberExportRow } from '../spreadsheets/memberList';
import type { Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure, longDate } from './text';

export type CardList = 'new' | 'changed' | 'lost';

export interface CardListData {
  unit: PaperUnit;
  signer: Signer;
  day: string;
  list: CardList;
  people: readonly MemberExportRow[];
}

const TITLES: Record<CardList, string> = {
  new: 'Danh sách đề nghị cấp mới thẻ đoàn viên',
  changed: 'Danh sách đề nghị đổi thẻ đoàn viên',
  lost: 'Danh sách đề nghị cấp lại thẻ đoàn viên do bị mất',
};
/** A photo of 2×3 cm is glued into the row. */
const PHOTO_ROW = 32;

const dateText = (iso: string | null | undefined) => (iso ? iso.split('-').reverse().join('/') : '');
const COLUMNS_OF_TABLE = 8;

function row(person: MemberExportRow, ordinal: number, list: CardList): TableRow {
  const born = dateText(person.birthDate);
  const unit = [person.group, person.department].filter(Boolean).join('\n');
  return {
    kind: 'row',
    counts: 1,
    cells: [
      String(ordinal),
      { text: person.fullName, bold: true },
      person.gender === 'male' ? born : '',
      person.gender === 'male' ? '' : born,
      unit,
      dateText(person.unionJoinDate),
      list === 'new' ? '' : (person.cardNo ?? ''),
      '',
    ],
  };
}

export function cardListPaper(data: CardListData): Paper {
  const { unit, list, people } = data;
  return {
    heading: unit,
    number: null,
    place: null,
    date: null,
    title: TITLES[list],
    subject: null,
    note: `(Tính đến ${longDate(data.day)})`,
    orientation: 'portrait',
    running: { head: `${unit.body} – ${TITLES[list]}`, countWord: 'người' },
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 9, align: 'center' },
          { title: 'Họ và tên', width: '*' },
          { title: 'Nam', width: 20, align: 'center' },
          { title: 'Nữ', width: 20, align: 'center' },
          { title: 'Đơn vị', width: 31 },
          { title: 'Ngày vào công đoàn', width: 20, align: 'center' },
          { title: list === 'new' ? 'Số thẻ được cấp' : 'Số thẻ cũ', width: 21, align: 'center' },
          { title: 'Ảnh 2 × 3', width: 22, align: 'center' },
        ],
        head: [
          [
            { text: 'TT', rows: 2 },
            { text: 'Họ và tên', rows: 2 },
            { text: 'Ngày sinh', span: 2 },
            { text: 'Đơn vị', rows: 2 },
            { text: 'Ngày vào công đoàn', rows: 2 },
            { text: list === 'new' ? 'Số thẻ được cấp' : 'Số thẻ cũ', rows: 2 },
            { text: 'Ảnh 2 × 3', rows: 2 },
          ],
          [{ text: 'Nam' }, { text: 'Nữ' }],
        ],
        rows: [
          ...people.map((person, i) => row(person, i + 1, list)),
          {
            kind: 'total',
            cells: [
              {
                text: `Danh sách này có ${figure(people.length)} người`,
                span: COLUMNS_OF_TABLE,
                align: 'left',
              },
            ],
          },
        ],
        size: 10.5,
        rowHeight: PHOTO_ROW,
      },
      {
        kind: 'signature',
        leftSigner: { authority: ['Người lập danh sách'], name: null },
        signer: data.signer,
        placeDate: { place: unit.place, date: data.day },
      },
    ],
  };
}
