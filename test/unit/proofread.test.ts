/** Proof-reading: a corpus of sentences with what is wrong in each, and properties that hold for any. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '../../shared/domain/dateFormat';
import { type ProofContext, type ProofLine, proofread, withProposal } from '../../shared/domain/proofread';
import { mannerOf } from '../../shared/domain/proofreadWords';
import { formatCount, formatPercent } from '../../shared/text/numbers';

const context: ProofContext = {
  onDate: '2026-11-22',
  names: [
    {
      name: 'Trung tâm Y tế huyện Suối Mơ',
      from: null,
      to: '2025-07-01',
      now: 'Trung tâm Y tế khu vực Suối Mơ',
    },
    {
      name: 'Trung tâm Y tế khu vực Suối Mơ',
      from: '2025-07-01',
      to: null,
      now: 'Trung tâm Y tế khu vực Suối Mơ',
    },
    { name: 'Khoa Nội', from: null, to: '2025-01-01', now: 'Khoa Nội tổng hợp' },
    { name: 'Khoa Nội tổng hợp', from: '2025-01-01', to: null, now: 'Khoa Nội tổng hợp' },
  ],
  recipients: ['Các tổ công đoàn', 'Lưu: VT'],
  terms: [
    { body: 'Công đoàn Việt Nam', number: 12, fromYear: 2018, toYear: 2023 },
    { body: 'Công đoàn Việt Nam', number: 13, fromYear: 2023, toYear: 2028 },
  ],
};
const look = (text: string, more: Partial<ProofLine> = {}) => proofread([{ id: 1, text, ...more }], context);
const said = (text: string, more: Partial<ProofLine> = {}) =>
  look(text, more).map(({ rule, at, length, proposal }) => [rule, text.slice(at, at + length), proposal]);

describe('a corpus of sentences with what is wrong in each', () => {
  it.each([
    ['Hội nghị họp thứ năm, ngày 24/07/2024.', 'weekday', 'thứ năm', 'thứ tư'],
    ['Hội nghị họp Thứ Năm ngày 24 tháng 7 năm 2024.', 'weekday', 'Thứ Năm', 'Thứ Tư'],
    ['Ngày 24/7/2024 (thứ Hai) họp tại hội trường.', 'weekday', 'thứ Hai', 'thứ Tư'],
    ['Khai mạc chủ nhật, ngày 23/11/2023.', 'weekday', 'chủ nhật', 'thứ năm'],
    ['Họp thứ 2 ngày 24/7/2024.', 'weekday', 'thứ 2', 'Thứ 4'],
    ['Quyết toán ngày 31/06/2026.', 'noDate', '31/06/2026', null],
    ['Khen thưởng 5 giấy khen, gồm 2 tập thể và 2 cá nhân.', 'sum', '5', '4'],
    ['Có 05 bằng khen: gồm 02 tập thể, 02 cá nhân.', 'sum', '05', '04'],
    ['Kết quả 2 tập thể + 2 cá nhân = 5 bằng khen.', 'sum', '5', '4'],
    ['Tổng số 1.484 người, bao gồm 1.000 nữ và 500 nam.', 'sum', '1.484', '1.500'],
    ['Có 320 đoàn viên, trong đó nữ 330 đoàn viên.', 'partOver', '320', null],
    ['Có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 69%.', 'percent', '69%', '68%'],
    ['Có 249/250 đơn vị tổ chức, đạt 100%.', 'percent', '100%', '99,6%'],
    ['Đạt 70% (1.484/2.178 đoàn viên).', 'percent', '70%', '68%'],
    ['Có 1.484 đoàn viên trên tổng số 2.178 đoàn viên, đạt 67,0%.', 'percent', '67,0%', '68,1%'],
    ['Có 2.200/2.178 đoàn viên tham gia.', 'partOver', '2.200/2.178', null],
    ['Chi hơn 200 triệu đồng (181.000.000 đồng).', 'vague', 'hơn 200 triệu', null],
    ['Chi gần 180 triệu đồng (181.000.000 đồng).', 'vague', 'gần 180 triệu', null],
    ['Nghị quyết Đại hội XII nhiệm kỳ 2023-2028.', 'congress', 'Đại hội XII nhiệm kỳ 2023-2028', null],
    [
      'Cán bộ Trung tâm Y tế huyện Suối Mơ tham gia.',
      'oldName',
      'Trung tâm Y tế huyện Suối Mơ',
      'Trung tâm Y tế khu vực Suối Mơ',
    ],
    ['Đoàn viên Khoa Nội đạt giải nhất.', 'oldName', 'Khoa Nội', 'Khoa Nội tổng hợp'],
    ['Công đoàn  cơ sở vững mạnh.', 'spaces', '  ', ' '],
    ['Phong trào thi đua , khen thưởng.', 'spaces', ' ', ''],
    ['Thăm hỏi,động viên đoàn viên.', 'spaces', '', ' '],
    ['Công ðoàn cơ sở.', 'letters', 'ð', 'đ'],
    ['Công đo\u200bàn cơ sở.', 'letters', '\u200b', ''],
    [`Công ${'đoàn'.normalize('NFD')} cơ sở.`, 'letters', 'đoàn'.normalize('NFD').slice(1, 4), 'oà'],
    ['Đoàn kết, hòa thuận, hoà bình.', 'tone', 'hoà', 'hòa'],
    ['Phát huy qúy báu.', 'tone', 'qúy', 'quý'],
    ['Thực hiện tốt tốt các nhiệm vụ của của tổ.', 'repeated', 'tốt tốt', 'tốt'],
    ['Ủng hộ quỹ Mãi ấm tình thương.', 'misprint', 'Mãi ấm', 'Mái ấm'],
    ['Phong trào “Giỏi việc nước được hưởng ứng.', 'pairs', '“', null],
    ['Khó khăn:', 'unfinished', ':', null],
    ['Kinh phí …………… đồng.', 'unfinished', '……………', null],
  ])('%s', (text, rule, excerpt, proposal) => {
    const found = said(text);
    if (rule === 'letters') expect(found.map((one) => one[0])).toContain('letters');
    else expect(found).toContainEqual([rule, excerpt, proposal]);
  });

  it.each([
    'Hội nghị họp thứ Tư, ngày 24/07/2024; lớp tập huấn mở ngày 23/11/2023 (thứ Năm).',
    'Đây là lần thứ năm công đoàn được khen, vào ngày 24/07/2024 tại hội trường.',
    'Khen thưởng 4 giấy khen, gồm 2 tập thể và 2 cá nhân.',
    'Có 320 đoàn viên, trong đó nữ 214 đoàn viên, 96 đảng viên.',
    'Có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.',
    'Có 249/250 đơn vị tổ chức hội nghị, đạt 99,6%.',
    'Có 250/250 đơn vị tổ chức hội nghị, đạt 100%.',
    'Tổ chức các ngày 08/3, 20/10, 27/7 và 1/6 cho đoàn viên; đạt 100% kế hoạch.',
    'Chi hơn 180 triệu đồng (181.000.000 đồng); gần 200 triệu đồng (198.500.000 đồng).',
    'Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023-2028.',
    'Nghị quyết Đại hội X Công đoàn tỉnh, nhiệm kỳ 2023-2028.',
    'Năm 2024, Trung tâm Y tế huyện Suối Mơ có 300 đoàn viên.',
    'Trung tâm Y tế khu vực Suối Mơ, trước đây là Trung tâm Y tế huyện Suối Mơ.',
    'Đoàn viên Khoa Nội tổng hợp luôn luôn dẫn đầu, ngày ngày thi đua.',
    'Quy chế chi tiêu nội bộ (số 12/QĐ-CĐCS ngày 05/02/2026) được sửa; a) mức chi; b) nguồn chi.',
    'Quý III có 1.023 người dự, tăng 12,5% so với cùng kỳ năm 2025.',
    'Chi 1,25 tỷ đồng, gồm 1 tỷ đồng từ quỹ và 250 triệu đồng tài trợ.',
    'Toàn thể đoàn viên thuộc khoa hòa nhập, khỏe mạnh, thủy chung.',
  ])('nothing: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('"hơn" before a figure of the records is said only where its own words say it', () => {
    const text = 'Chi hơn 181 triệu đồng.';
    const figure = { at: 8, length: 14, value: 181_000_000, money: true };
    expect(said(text, { figures: [{ ...figure, vague: false }] })).toEqual([['vague', 'hơn ', '']]);
    const over = { ...figure, at: 4, length: 18, vague: true };
    expect(said(text, { figures: [over] })).toEqual([]);
    expect(
      said('Chi hơn 200 triệu đồng, cụ thể 181 triệu đồng.', {
        figures: [{ ...figure, at: 32, vague: false }],
      }),
    ).toMatchObject([['vague', 'hơn 200 triệu', null]]);
  });

  it('asks for recipients, and for the one that keeps it', () => {
    const of = (recipients: string[]) =>
      proofread([], { ...context, recipients }).map((one) => one.details.what);
    expect(of([])).toEqual(['none']);
    expect(of(['Công đoàn cấp trên'])).toEqual(['kept']);
    expect(of(['Công đoàn cấp trên', 'Lưu: VT'])).toEqual([]);
  });

  it('a line of last year is told until somebody looks at it', () => {
    expect(said('Thuận lợi là sự quan tâm của cấp trên.', { copied: true })).toMatchObject([
      ['copied', expect.anything(), null],
    ]);
  });
});

describe('whatever is written', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dmy = (iso: string) => iso.split('-').reverse().join('/');

  it('a right weekday is left, a wrong one is put right', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 6 }), (iso, off) => {
        const other = new Date(`${iso}T00:00:00Z`);
        other.setUTCDate(other.getUTCDate() + off);
        const wrong = `Họp ${weekday(other.toISOString().slice(0, 10))}, ngày ${dmy(iso)}.`;
        expect(look(`Họp ${weekday(iso)}, ngày ${dmy(iso)}.`)).toEqual([]);
        const [found] = look(wrong);
        expect(found?.rule).toBe('weekday');
        expect(look(withProposal(wrong, found!))).toEqual([]);
      }),
    );
  });

  it('a true percentage is left, any other is put right', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 99 }),
        (a, b, stated) => {
          const [part, whole] = [Math.min(a, b), Math.max(a, b)];
          const right = formatPercent(part, whole);
          const text = (percent: string | null) =>
            `Có ${formatCount(part)}/${formatCount(whole)} đoàn viên tham gia, đạt tỷ lệ ${percent}.`;
          expect(look(text(right))).toEqual([]);
          const found = look(text(`${stated}%`));
          if (`${stated}%` === right) expect(found).toEqual([]);
          else expect(look(withProposal(text(`${stated}%`), found[0]!))).toEqual([]);
        },
      ),
    );
  });

  it('listed parts that add up are left, others are told with their sum', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.integer({ min: -50, max: 50 }), (list, off) => {
        const sum = list.reduce((all, one) => all + one, 0);
        fc.pre(sum + off > 0);
        const text = `Trao ${formatCount(sum + off)} suất quà, gồm ${list.map((one) => `${formatCount(one)} suất`).join(', ')}.`;
        const found = look(text);
        expect(found.map((one) => one.rule)).toEqual(off === 0 ? [] : ['sum']);
        if (off !== 0) expect(look(withProposal(text, found[0]!))).toEqual([]);
      }),
    );
  });

  it('what it proposes is inside the line, and taking it leaves that place right', () => {
    const words = fc.constantFrom(
      'hòa',
      'hoà',
      'thủy',
      'thuỷ',
      'đoàn viên',
      'của',
      '  ',
      ' ,',
      '(',
      ')',
      '“',
      '”',
      '24/07/2024',
      'thứ Năm',
      '3/4',
      '75%',
      'hơn 20 triệu',
      '\u200b',
      '…',
      'qúy',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const text = list.join(' ');
        for (const one of look(text)) {
          expect(one.at + one.length).toBeLessThanOrEqual(text.length);
          const after = withProposal(text, one);
          if (one.proposal !== null) expect(after).not.toBe(text);
        }
      }),
    );
  });

  it('each manner of tone marks alone is fine', () => {
    for (const text of ['Hòa, khỏe, thủy.', 'Hoà, khoẻ, thuỷ.']) expect(look(text)).toEqual([]);
    expect(['hòa', 'hoà', 'qúy', 'toàn', 'quý', 'ban'].map(mannerOf)).toEqual([
      'old',
      'new',
      'wrong',
      null,
      null,
      null,
    ]);
  });
});
