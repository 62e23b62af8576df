import { describe, expect, it } from 'vitest';
import {
  applyMapping,
  type ColumnChoice,
  interpret,
  type RawCell,
  type RawMerge,
  type RawWorkbook,
  readWorkbook,
} from '../../shared/domain/import';

type Given = string | number | null;

/** A workbook typed out by hand: one array per line, numbers stay numbers. */
function grid(lines: Given[][], merges: string[] = []): RawWorkbook {
  const cell = (value: Given): RawCell =>
    typeof value === 'number' ? { type: 'number', value, text: String(value) } : value;
  const rows = lines
    .map((line, index) => ({
      line: index + 1,
      cells: line.map((value) => (value === '' ? null : cell(value))),
    }))
    .filter((row) => row.cells.some((value) => value !== null));
  const range = (text: string): RawMerge => {
    const [, a = '', b = '', c = '', d = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
    return {
      fromColumn: a.charCodeAt(0) - 65,
      fromLine: Number(b),
      toColumn: c.charCodeAt(0) - 65,
      toLine: Number(d),
    };
  };
  return {
    kind: 'xlsx',
    fileName: 'ds.xlsx',
    notes: [],
    sheets: [{ name: 'DS', hidden: false, rows, merges: merges.map(range), legacyFonts: {} }],
  };
}

const read = (lines: Given[][], merges: string[] = [], mapping?: ColumnChoice[]) => {
  const interpretation = interpret(grid(lines, merges));
  return {
    interpretation,
    rows: applyMapping(interpretation, mapping ?? interpretation.columns, { today: '2026-11-22' }),
  };
};

describe('headers', () => {
  it('takes the new number of an old and a new one, and the old one where it stands alone', () => {
    const both = read([
      ['Họ và tên', 'SĐT cũ', 'SĐT mới', 'CMND cũ', 'CCCD mới'],
      ['Lò Thị Hoa', '01682345678', '0382345678', '040123456', '011190000111'],
      ['Quàng Văn Nam', '01692345678', '0392345678', '040123457', '011090000222'],
    ]);
    expect(both.rows.map(({ values }) => [values.phone, values.idNumber])).toEqual([
      ['0382345678', '011190000111'],
      ['0392345678', '011090000222'],
    ]);
    const alone = read([
      ['Họ và tên', 'SĐT cũ'],
      ['Lò Thị Hoa', '0382345678'],
      ['Quàng Văn Nam', '0392345678'],
    ]);
    expect(alone.rows.map(({ values }) => values.phone)).toEqual(['0382345678', '0392345678']);
  });

  it('reads a three-row header with groups over known words', () => {
    const { rows } = read(
      [
        ['STT', 'Họ và tên', 'Thông tin cá nhân', null, null, 'Công đoàn', null],
        [null, null, 'Ngày, tháng, năm sinh', null, 'Trình độ', 'Ngày vào', 'Số thẻ'],
        [null, null, 'Nam', 'Nữ', 'Lý luận', null, null],
        [1, 'Lê Văn An', '02/03/1980', null, 'Sơ cấp', '05/2004', 'TL1'],
        [2, 'Hồ Thị Bé', null, '1979', 'Trung cấp', '2001', 'TL2'],
      ],
      ['A1:A3', 'B1:B3', 'C1:E1', 'F1:G1', 'C2:D2', 'F2:F3', 'G2:G3'],
    );
    expect(rows.map((row) => row.values)).toMatchObject([
      {
        fullName: 'Lê Văn An',
        gender: 'male',
        birthDate: '1980-03-02',
        politicalTheory: 'Sơ cấp',
        unionJoinDate: '2004-05',
        cardNo: 'TL1',
      },
      { fullName: 'Hồ Thị Bé', gender: 'female', birthDate: '1979', unionJoinDate: '2001', cardNo: 'TL2' },
    ]);
  });

  it('reads one label over two name columns, and a bare "Nữ" column of ticks', () => {
    const { rows } = read(
      [
        ['TT', 'Họ và tên', null, 'Nữ', 'Năm sinh'],
        [1, 'Lê Văn', 'An', null, 1980],
        [2, 'Hồ Thị', 'Bé', 'x', 1979],
        [3, 'Tô Thị', 'Na', 'x', 1990],
      ],
      ['B1:C1'],
    );
    expect(rows.map((row) => [row.values.fullName, row.values.gender, row.values.birthDate])).toEqual([
      ['Lê Văn An', 'male', '1980'],
      ['Hồ Thị Bé', 'female', '1979'],
      ['Tô Thị Na', 'female', '1990'],
    ]);
  });

  it('reads a list without a header by what its cells look like', () => {
    const { rows, interpretation } = read([
      ['Lê Văn An', '012345678901', 'Nam', 'Khoa Nội'],
      ['Hồ Thị Bé', '012345678902', 'Nữ', 'Khoa Ngoại'],
      ['Trần Văn Cò', '012345678903', 'Nam', 'Khoa Nội'],
    ]);
    expect(interpretation.header).toBeUndefined();
    expect(interpretation.notes.map((note) => note.kind)).toContain('no-header');
    expect(rows[1]?.values).toMatchObject({
      fullName: 'Hồ Thị Bé',
      idNumber: '012345678902',
      gender: 'female',
      department: 'Khoa Ngoại',
    });
  });

  it('keeps jobs, posts and union posts apart', () => {
    const { interpretation } = read([
      [
        'Họ tên',
        'Chức vụ',
        'Chức danh nghề nghiệp',
        'Chức vụ công đoàn',
        'Trình độ chuyên môn',
        'Số CCCD',
        'Ngày cấp',
        'Nơi cấp',
        'Ngày vào Đảng',
        'Nơi ở',
      ],
      [
        'Lê Văn An',
        'Trưởng khoa',
        'Bác sĩ',
        'Chủ tịch',
        'CKI',
        '001080000001',
        '01/02/2021',
        'Cục CS',
        '03/02/2010',
        'Bản Mới',
      ],
    ]);
    expect(interpretation.columns.map((column) => column.field)).toEqual([
      'fullName',
      'position',
      'jobTitle',
      'unionPosition',
      'education',
      'idNumber',
      'idDate',
      'idPlace',
      'partyDate',
      'address',
    ]);
  });

  it('lets every column be set to anything', () => {
    const lines: Given[][] = [
      ['Họ tên', 'Ghi chú', 'SĐT'],
      ['Lê Văn An', 'Khoa Nội', '0912345678'],
      ['Hồ Thị Bé', 'Khoa Nhi', '0912345679'],
    ];
    const { rows } = read(
      lines,
      [],
      [
        { index: 0, field: 'fullName' },
        { index: 1, field: 'department' },
        { index: 2, field: null },
      ],
    );
    expect(rows.map((row) => row.values)).toMatchObject([
      { department: 'Khoa Nội' },
      { department: 'Khoa Nhi' },
    ]);
    expect(rows[0]?.values.phone).toBeUndefined();
  });
});

describe('lines between and after people', () => {
  it('takes departments from lines with and without their usual words', () => {
    const { rows, interpretation } = read([
      ['TT', 'Họ và tên', 'Ngày sinh', 'SĐT'],
      ['A', 'KHỐI LÂM SÀNG'],
      ['I', 'Khoa Nội (2 đ/c)'],
      [1, 'Lê Văn An', '01/02/1980', '0912345678'],
      [2, 'Hồ Thị Bé', '01/02/1981', '0912345679'],
      [null, 'Cộng khoa Nội: 2'],
      ['II. Hồi sức cấp cứu: 2 người'],
      [1, 'Tòng Văn Tổng', '01/02/1982', '0912345670'],
      [2, 'Cộng Thị Hòa', '01/02/1983', '0912345671'],
      ['TT', 'Họ và tên', 'Ngày sinh', 'SĐT'],
      [null, 'Tổ công đoàn số 4'],
      [3, 'Khoa Thị Ban', '01/02/1984', '0912345672'],
      [null, 'Tổng cộng', null, 5],
      [null, null, 'Ngày 3 tháng 4 năm 2026'],
      [null, 'Người lập', null, 'Chủ tịch'],
      [null, 'Lê Thị Lập', null, 'Trần Văn Chủ'],
    ]);
    expect(
      rows.map((row) => [row.line, row.values.fullName, row.values.department, row.values.group]),
    ).toEqual([
      [4, 'Lê Văn An', 'Khoa Nội', undefined],
      [5, 'Hồ Thị Bé', 'Khoa Nội', undefined],
      [8, 'Tòng Văn Tổng', 'Hồi sức cấp cứu', undefined],
      [9, 'Cộng Thị Hòa', 'Hồi sức cấp cứu', undefined],
      [12, 'Khoa Thị Ban', 'Hồi sức cấp cứu', 'Tổ công đoàn số 4'],
    ]);
    expect(interpretation.counts).toMatchObject({ people: 5, totals: 2, repeatedHeaders: 1 });
  });

  it('reads a bare list of names', () => {
    const { rows } = read([['Họ và tên'], ['Lê Văn An'], ['Hồ Thị Bé'], ['H’ Hen Niê']]);
    expect(rows.map((row) => row.values.fullName)).toEqual(['Lê Văn An', 'Hồ Thị Bé', 'H’ Hen Niê']);
  });

  it('chooses the sheet with the people and tells of the others', () => {
    const one = grid([['Hướng dẫn'], ['Điền đủ các cột']]).sheets[0]!;
    const two = grid([
      ['Họ tên', 'SĐT'],
      ['Lê Văn An', '0912345678'],
      ['Hồ Thị Bé', '0912345679'],
    ]).sheets[0]!;
    const three = grid([
      ['Họ tên', 'SĐT'],
      ['Tô Thị Na', '0912345670'],
    ]).sheets[0]!;
    const workbook: RawWorkbook = {
      kind: 'xlsx',
      fileName: 'a.xlsx',
      notes: [],
      sheets: [one, two, { ...three, name: 'Mới' }],
    };
    const interpretation = interpret(workbook);
    expect(interpretation.sheetIndex).toBe(1);
    const { tables } = readWorkbook(workbook);
    expect(tables.map(({ sheetIndex, chosen, why }) => ({ sheetIndex, chosen, why }))).toEqual([
      { sheetIndex: 1, chosen: true, why: 'main' },
      { sheetIndex: 2, chosen: true, why: 'same-columns' },
    ]);
    expect(interpret(workbook, { sheet: 2 }).counts.people).toBe(1);
  });
});

describe('cells', () => {
  const one = (header: string, value: Given, more: Given[] = []) =>
    read([['Họ tên', header], ['Lê Văn An', value], ...more.map((other): Given[] => ['Hồ Thị Bé', other])])
      .rows[0]!;

  it.each([
    ['17/7/1965', '1965-07-17'],
    ['17.07.1965', '1965-07-17'],
    ['17 - 7 - 1965', '1965-07-17'],
    ['7/1965', '1965-07'],
    ['1965', '1965'],
    [1965, '1965'],
    [24476, '1967-01-04'],
    [1021989, '1989-02-01'],
    ['ngày 17 tháng 7 năm 1965', '1965-07-17'],
    ['1965-07-17', '1965-07-17'],
    ['17/7/65', '1965-07-17'],
  ])('reads the date %s', (given, wanted) => {
    const row = one('Ngày sinh', given);
    expect(row.values.birthDate).toBe(wanted);
    expect(row.problems).toEqual([]);
  });

  it('tells of dates that cannot be', () => {
    expect(one('Ngày sinh', '31/02/1990').problems).toEqual([
      { field: 'birthDate', code: 'date-invalid', value: '31/02/1990' },
    ]);
    expect(one('Ngày sinh', '01/02/2030').problems[0]?.code).toBe('date-out-of-range');
    expect(one('Ngày sinh', 'không rõ').problems).toEqual([]);
  });

  it('gives the year back that was typed into a date cell', () => {
    const workbook = grid([
      ['Họ tên', 'Ngày sinh'],
      ['Lê Văn An', 'x'],
      ['Hồ Thị Bé', '1980'],
    ]);
    workbook.sheets[0]!.rows[1]!.cells[1] = {
      type: 'date',
      value: '1905-06-11',
      text: '11/06/1905',
      format: 'dd/mm/yyyy',
    };
    expect(applyMapping(interpret(workbook))[0]?.values.birthDate).toBe('1989');
  });

  it('decides the order of day and month by the whole column', () => {
    const lines: Given[][] = [
      ['Họ tên', 'Ngày sinh'],
      ['Lê Văn An', '02/03/1980'],
      ['Hồ Thị Bé', '12/25/1981'],
      ['Tô Na', '04/30/1982'],
    ];
    const { rows, interpretation } = read(lines);
    expect(rows.map((row) => row.values.birthDate)).toEqual(['1980-02-03', '1981-12-25', '1982-04-30']);
    expect(interpretation.notes.map((note) => note.kind)).toContain('month-first');
  });

  it.each([
    [35165983988, '035165983988', 'zero-restored'],
    ['1165983988', '001165983988', 'zero-restored'],
    [12345678, '012345678', 'zero-restored'],
    ['035 165 983 988', '035165983988', 'spaced-digits'],
    ['3.5165983988E+10', '035165983988', 'zero-restored'],
    ['012345678 / 035165983988', '035165983988', 'second-number-left-out'],
  ])('reads the ID number %s', (given, wanted, kind) => {
    const row = one('Số CCCD', given);
    expect(row.values.idNumber).toBe(wanted);
    expect(row.notes.map((note) => note.kind)).toEqual([kind]);
  });

  it('leaves an ID number of a wrong length out and says so', () => {
    expect(one('Số CCCD', '0351659839881').problems).toEqual([
      { field: 'idNumber', code: 'id-length', value: '0351659839881' },
    ]);
    expect(one('Số CCCD', '99165983988').problems[0]?.code).toBe('id-length');
  });

  it.each([
    [915318881, '0915318881'],
    ['0915 318 881', '0915318881'],
    ['0915.318.881', '0915318881'],
    ['+84 915 318 881', '0915318881'],
    ['0915318881; 0912345678', '0915318881'],
    ['0215 3862 123', '02153862123'],
    ['0915318881 (Zalo)', '0915318881'],
  ])('reads the phone number %s', (given, wanted) => {
    expect(one('SĐT', given).values.phone).toBe(wanted);
  });

  it.each([
    ['x', true, undefined],
    ['X', true, undefined],
    ['Có', true, undefined],
    ['03/02/2010', true, '2010-02-03'],
    ['không', false, undefined],
    ['', undefined, undefined],
  ])('reads Party membership %s', (given, isParty, partyDate) => {
    const { values } = one('Đảng viên', given, ['x']);
    expect([values.isParty, values.partyDate]).toEqual([isParty, partyDate]);
  });

  it('cleans names, keeps what is written, and moves remarks away', () => {
    const names = (given: string) =>
      read([
        ['Họ tên', 'SĐT', 'Ghi chú'],
        [given, '0912345678', null],
        ['Tô Na', '0912345679', null],
      ]).rows[0];
    expect(names('  NGUYỄN   THỊ  HOÀ ')?.values.fullName).toBe('Nguyễn Thị Hoà');
    expect(names('Nguyễn Thị Thuý'.normalize('NFD'))?.values.fullName).toBe('Nguyễn Thị Thuý');
    expect(names('Đ/c Lê Văn An (nghỉ phép)')?.values).toMatchObject({
      fullName: 'Lê Văn An',
      note: 'nghỉ phép',
    });
    expect(names('Y Bảo Niê')?.values.fullName).toBe('Y Bảo Niê');
  });

  it('reads coefficients and both-sex ticks', () => {
    expect(one('Hệ số lương', '4,98', ['2,34']).values.salaryCoefficient).toBe(4.98);
    const { rows } = read(
      [
        ['Họ tên', 'Giới tính', null],
        [null, 'Nam', 'Nữ'],
        ['Lê An', 'x', 'x'],
        ['Tô Na', null, 'x'],
      ],
      ['A1:A2', 'B1:C1'],
    );
    expect(rows[0]?.problems).toEqual([{ field: 'gender', code: 'gender-both', value: 'x' }]);
    expect(rows[1]?.values.gender).toBe('female');
  });
});
