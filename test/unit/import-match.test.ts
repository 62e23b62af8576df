import { describe, expect, it } from 'vitest';
import {
  diffRow,
  type ImportRow,
  linkWithinFile,
  type MemberFields,
  matchPerson,
  PersonIndex,
} from '../../shared/domain/import';

const known = new PersonIndex<number>([
  {
    id: 1,
    fullName: 'Nguyễn Thị Hoa',
    birthDate: '1989-02-17',
    cardNo: 'CD1322406',
    idNumber: '035189000001',
    department: 'Khoa Nội',
  },
  { id: 2, fullName: 'Nguyễn Thị Hòa', birthDate: '1989-02-17', cardNo: 'CD2', department: 'Khoa Nội' },
  { id: 3, fullName: 'Lò Văn Tâm', birthDate: '1984', department: 'Phòng Điều dưỡng' },
  { id: 4, fullName: 'Trần Văn Bình', birthDate: '1970-01-01', idNumber: '001070000004' },
  { id: 5, fullName: 'Trần Văn Bình', birthDate: '1970-01-01', idNumber: '001070000005' },
]);
const match = (row: Partial<MemberFields>) => matchPerson(row as { fullName: string }, known);

describe('who a row is', () => {
  it('goes by card, then ID, then whole name with full birth date', () => {
    expect(match({ fullName: 'Nguyễn Thị Hoa', cardNo: 'cd 1322406' })).toEqual({
      kind: 'same-person',
      by: 'card',
      id: 1,
    });
    expect(match({ fullName: 'Nguyễn Thị Hoa', idNumber: '35189000001' })).toEqual({
      kind: 'same-person',
      by: 'id',
      id: 1,
    });
    expect(match({ fullName: 'NGUYỄN THỊ HOÀ', birthDate: '1989-02-17' })).toEqual({
      kind: 'same-person',
      by: 'name+birth',
      id: 2,
    });
  });

  it('never merges by name alone', () => {
    expect(match({ fullName: 'Lò Văn Tâm' })).toEqual({
      kind: 'propose',
      reason: 'name-only',
      candidates: [3],
    });
    expect(match({ fullName: 'Lò Văn Tâm', birthDate: '1984', department: 'Phòng điều dưỡng' })).toEqual({
      kind: 'propose',
      reason: 'name-year-department',
      candidates: [3],
    });
    expect(
      match({ fullName: 'Lò Văn Tâm', birthDate: '1984-05-06', department: 'Phòng Điều dưỡng' }).kind,
    ).toBe('propose');
    expect(match({ fullName: 'Lò Văn Tâm', birthDate: '1985', department: 'Phòng Điều dưỡng' })).toEqual({
      kind: 'none',
    });
    expect(match({ fullName: 'Lò Văn Tâm', birthDate: '1984', department: 'Khoa Nhi' })).toEqual({
      kind: 'none',
    });
    expect(match({ fullName: 'Lò Văn Tám', birthDate: '1984', department: 'Phòng Điều dưỡng' })).toEqual({
      kind: 'none',
    });
  });

  it('asks when numbers and names disagree', () => {
    expect(match({ fullName: 'Hoàng Đức Long', cardNo: 'CD1322406' })).toEqual({
      kind: 'propose',
      reason: 'card-other-name',
      candidates: [1],
    });
    expect(match({ fullName: 'Hoàng Đức Long', idNumber: '035189000001' })).toEqual({
      kind: 'propose',
      reason: 'id-other-name',
      candidates: [1],
    });
    expect(match({ fullName: 'Nguyễn Thị Hoa', cardNo: 'CD2', idNumber: '035189000001' })).toEqual({
      kind: 'propose',
      reason: 'card-and-id-disagree',
      candidates: [2, 1],
    });
    expect(match({ fullName: 'Nguyễn Thị Hoa', birthDate: '1989-02-17', idNumber: '035189999999' })).toEqual({
      kind: 'propose',
      reason: 'same-name-other-id',
      candidates: [1],
    });
    expect(match({ fullName: 'Trần Văn Bình', birthDate: '1970-01-01' })).toEqual({
      kind: 'propose',
      reason: 'same-name-several',
      candidates: [4, 5],
    });
    expect(match({ fullName: 'Nguyen Thi Hoa', birthDate: '1989-02-17' })).toEqual({
      kind: 'propose',
      reason: 'name-without-tones',
      candidates: [1, 2],
    });
  });
});

describe('what a row changes', () => {
  const existing = {
    fullName: 'Nguyễn Thị Hoa',
    birthDate: '1989-02-17',
    phone: '0915318881',
    department: 'Khoa Nội',
    unionJoinDate: '2010',
    isParty: true,
  };
  it('leaves a value where the cell is empty and keeps a full date', () => {
    expect(
      diffRow(existing, {
        fullName: 'NGUYỄN THỊ HOA',
        birthDate: '1989',
        phone: undefined,
        department: 'khoa  nội',
        jobTitle: null,
        isParty: true,
      }),
    ).toEqual([]);
  });
  it('names what differs', () => {
    expect(
      diffRow(existing, {
        birthDate: '1988',
        unionJoinDate: '2010-05-06',
        jobTitle: 'Y sĩ',
        phone: '0915 318 882',
      }),
    ).toEqual([
      { field: 'birthDate', before: '1989-02-17', after: '1988' },
      { field: 'unionJoinDate', before: '2010', after: '2010-05-06' },
      { field: 'jobTitle', before: null, after: 'Y sĩ' },
      { field: 'phone', before: '0915318881', after: '0915 318 882' },
    ]);
  });
});

describe('people who stand twice in a list', () => {
  const row = (line: number, values: Partial<MemberFields>): ImportRow => ({
    line,
    values,
    notes: [],
    problems: [],
    clears: [],
  });
  it('adds only what the first row lacks', () => {
    const { people, rows } = linkWithinFile([
      row(5, {
        fullName: 'Lê An',
        birthDate: '1980',
        idNumber: '001080000001',
        department: 'Khoa Nội',
        jobTitle: 'Y sĩ',
      }),
      row(9, {
        fullName: 'Lê An',
        birthDate: '1980-02-03',
        idNumber: '001080000001',
        cardNo: 'TL1',
        department: 'Khoa Nhi',
        jobTitle: 'Bác sĩ',
        note: 'Ghi trùng',
      }),
      row(12, { fullName: 'Lê An', cardNo: 'TL1', phone: '0912345678' }),
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      lines: [5, 9, 12],
      values: {
        birthDate: '1980-02-03',
        cardNo: 'TL1',
        department: 'Khoa Nội',
        jobTitle: 'Y sĩ',
        phone: '0912345678',
      },
    });
    expect(people[0]?.values.note).toBeUndefined();
    expect(rows[1]?.repeats).toEqual({
      line: 5,
      reason: 'id',
      certain: true,
      adds: { birthDate: '1980-02-03', cardNo: 'TL1' },
    });
  });
  it('only proposes by name, year and department', () => {
    const { people, rows } = linkWithinFile([
      row(2, { fullName: 'Lê An', birthDate: '1980', department: 'Khoa Nội' }),
      row(3, { fullName: 'Lê An', birthDate: '1980', department: 'Khoa Nội' }),
    ]);
    expect(people).toHaveLength(2);
    expect(rows[1]?.repeats).toEqual({ line: 2, reason: 'name-year-department', certain: false, adds: {} });
  });
});
