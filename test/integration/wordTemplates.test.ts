/** The office's Word templates: built-in, edited in Word, checked, kept in editions, filled from events. */
import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nearestTag, TEMPLATES, tagsOf, WORD_TEMPLATES } from '../../shared/domain/wordTemplates';
import { openTestCore, type TestCore } from '../helpers/core';
import { itWithOffice, laidOut } from '../helpers/office';

let t: TestCore;
let event: number;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-20T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Đồng Khê',
    upperLevel: 'province',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    staffCount: null,
    validFrom: '2020-01-01',
  });
  await t.invoke('organisation.saveTerm', {
    name: null,
    startsOn: '2023',
    endsOn: '2028',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  event = (
    await t.invoke('events.create', {
      kind: 'committee_meeting',
      name: 'Hội nghị Ban Chấp hành quý IV',
      startsOn: '2026-11-25',
      startsAt: '14:00',
      place: 'Hội trường tầng 3',
      audience: 'officers',
      content: '1. Sơ kết quý\n2. Bàn việc Tết',
      result: 'Chi 344 suất quà Tết\nGiao Ban nữ công chuẩn bị',
    })
  ).id;
});
afterEach(() => t.close());

const bytesOf = (out: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(out.token).path));
const xmlOf = (docx: Uint8Array) => new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
const wordsOf = (docx: Uint8Array) =>
  xmlOf(docx)
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&');
const upload = (name: string, bytes: Uint8Array) => t.core.files.registerUpload(name, bytes).token;
const copyOf = async (key: (typeof WORD_TEMPLATES)[number]) =>
  bytesOf(await t.job('wordTemplates.saveCopy', { key }));
/** A template whose document is changed as Word would write it. */
const edited = (docx: Uint8Array, change: (xml: string) => string, more: Record<string, Uint8Array> = {}) => {
  const parts = unzipSync(docx);
  return zipSync({ ...parts, ...more, 'word/document.xml': strToU8(change(xmlOf(docx))) });
};
const line = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const withLine = (docx: Uint8Array, text: string) =>
  edited(docx, (xml) => xml.replace('<w:body>', `<w:body>${line(text)}`));
const replace = (bytes: Uint8Array, name = 'Mẫu.docx') =>
  t.job('wordTemplates.replace', { key: 'invitation', token: upload(name, bytes) });
const refusal = async (bytes: Uint8Array) => {
  const reply = await t.raw('wordTemplates.replace', { key: 'invitation', token: upload('Mẫu.docx', bytes) });
  return reply.ok ? null : reply.error;
};
const look = (bytes: Uint8Array) =>
  t.job('wordTemplates.preview', { key: 'invitation', token: upload('Mẫu.docx', bytes) });

describe('built-in templates', () => {
  it.each(WORD_TEMPLATES)('%s has nothing to put right and fills every field of its sample', async (key) => {
    const { problems, used, blocks } = await t.job('wordTemplates.preview', { key });
    expect(problems).toEqual([]);
    const known = tagsOf(TEMPLATES[key].fields);
    for (const tag of used) expect(known.has(tag), tag).toBe(true);
    const text = JSON.stringify(blocks);
    expect(text).not.toMatch(/undefined|\{[#/]|\{\w+\}/);
    expect(text).toContain('Hoàng Minh Tuệ');
  });

  it('name every field they may use in both languages, each once', () => {
    for (const { fields } of Object.values(TEMPLATES)) {
      const tags = fields.map((field) => field.tag);
      expect(new Set(tags).size).toBe(tags.length);
      for (const { tag, label, labelEn } of tagsOf(fields).values()) {
        expect(tag).toMatch(/^[a-z_]+$/);
        expect(label && labelEn).toBeTruthy();
      }
    }
  });
});

describe('papers of an event', () => {
  it('say what is on record, in capitals where the tag is, with blanks for what is not known', async () => {
    const invitation = wordsOf(bytesOf(await t.job('events.word', { id: event, template: 'invitation' })));
    expect(invitation).toContain('LIÊN ĐOÀN LAO ĐỘNG\nTỈNH ĐỒNG KHÊ');
    expect(invitation).toContain('Thời gian: 14 giờ 00, thứ Tư, ngày 25 tháng 11 năm 2026.');
    expect(invitation).toContain('/GM-CĐCS');
    expect(invitation).toContain('Suối Mơ, ngày 20 tháng 11 năm 2026');
    expect(invitation).toContain('TM. BAN CHẤP HÀNH\nCHỦ TỊCH');
    const minutes = wordsOf(bytesOf(await t.job('events.word', { id: event, template: 'minutes' })));
    expect(minutes).toContain('Triệu tập: ………… người; có mặt: ………… người');
    const resolution = bytesOf(await t.job('events.word', { id: event, template: 'resolution' }));
    expect(wordsOf(resolution)).toContain('Điều 2. Giao Ban nữ công chuẩn bị');
    const agenda = bytesOf(await t.job('events.word', { id: event, template: 'agenda' }));
    expect(xmlOf(agenda).match(/<w:tr[ >]/g)?.length).toBeGreaterThanOrEqual(6);
    expect(wordsOf(agenda)).toContain('Bàn việc Tết');
  });

  it('writes one invitation for each person asked', async () => {
    expect(await t.raw('events.word', { id: event, template: 'invitation', guests: 'each' })).toMatchObject({
      error: { code: 'NOTHING_TO_PRINT' },
    });
    const docx = await threeInvitations();
    const text = wordsOf(docx);
    for (const name of INVITED) expect(text).toContain(`Kính gửi: Đồng chí ${name}`);
    expect(xmlOf(docx).match(/w:type="page"/g)?.length).toBe(2);
    expect(xmlOf(docx)).not.toMatch(/__ban|__tiep/);
  });

  itWithOffice('lays each invitation on its own page', async () => {
    const made = laidOut(new Map([['invitations', await threeInvitations()]])).get('invitations');
    expect(made?.pages).toBe(3);
    for (const name of INVITED) expect(made?.text).toContain(`Đồng chí ${name}`);
  });
});

const INVITED = ['Lê Thị Mai', 'Trần Văn Bình', 'Phạm Thu Hà'];

async function threeInvitations(): Promise<Uint8Array> {
  const add: number[] = [];
  for (const fullName of INVITED) add.push((await t.invoke('members.create', { fullName })).id);
  const meeting = { kind: 'other', name: 'Gặp mặt', startsOn: '2026-11-26', audience: 'invited' } as const;
  const { id } = await t.invoke('events.create', meeting);
  await t.invoke('events.setInvited', { id, add, remove: [] });
  return bytesOf(await t.job('events.word', { id, template: 'invitation', guests: 'each' }));
}

describe('an edited template', () => {
  it('is used, kept in editions, given back, and gone back from', async () => {
    const own = withLine(await copyOf('invitation'), 'Bản của đơn vị {TEN_NGAN}');
    expect(await replace(own)).toEqual({ edition: 1 });
    const paper = () =>
      t.job('events.word', { id: event, template: 'invitation' }).then(bytesOf).then(wordsOf);
    expect(await paper()).toContain('Bản của đơn vị CĐCS TTYT KHU VỰC SUỐI MƠ');
    await replace(withLine(own, 'Lần hai'));
    const row = async () =>
      (await t.invoke('wordTemplates.list', {})).rows.find(({ key }) => key === 'invitation')!;
    expect(await row()).toMatchObject({
      edition: 2,
      editions: [{ edition: 2 }, { edition: 1, present: true }],
    });
    const back = await t.raw('wordTemplates.use', { key: 'invitation', edition: null });
    expect(await paper()).not.toContain('Bản của đơn vị');
    if (back.ok && back.undo) await t.raw(back.undo.operation, back.undo.input);
    expect((await row()).edition).toBe(2);
    expect(
      wordsOf(bytesOf(await t.job('wordTemplates.saveCopy', { key: 'invitation', edition: 1 }))),
    ).toContain('Bản của đơn vị {TEN_NGAN}');
    expect((await t.job('files.check', {})).unused).toBe(0);
  });

  it('may have tags that Word cut into pieces, wrote with tones, capitals and spaces', async () => {
    const cut =
      '<w:p><w:r><w:t>{Tên </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>sự</w:t></w:r><w:r><w:t xml:space="preserve"> kiện}</w:t></w:r></w:p>';
    const own = edited(await copyOf('invitation'), (xml) => xml.replace('<w:body>', `<w:body>${cut}`));
    expect((await look(own)).problems).toEqual([]);
    await replace(own);
    const text = wordsOf(bytesOf(await t.job('events.word', { id: event, template: 'invitation' })));
    expect(text).toContain('Hội nghị Ban Chấp hành quý IV');
  });

  it('is told which tag is not known and what was meant', async () => {
    const own = withLine(await copyOf('invitation'), 'Kính mời dự {ten_su_kein} tại {hoi_truong}');
    expect((await look(own)).problems).toEqual([
      { code: 'unknown', tag: '{ten_su_kein}', suggestion: '{ten_su_kien}', near: 'Kính mời dự' },
      expect.objectContaining({ code: 'unknown', tag: '{hoi_truong}' }),
    ]);
    expect(await refusal(own)).toMatchObject({
      code: 'DOCX_TAGS',
      details: { count: 2, tag: '{ten_su_kein}' },
    });
  });

  it('is told of tags that do not fit together and of list fields outside their list', async () => {
    const base = await copyOf('agenda');
    const codes = async (text: string) => {
      const token = upload('Mẫu.docx', withLine(base, text));
      const { problems } = await t.job('wordTemplates.preview', { key: 'agenda', token });
      return problems.map(({ code, tag, suggestion }) => [code, tag, suggestion]);
    };
    expect(await codes('{ten_su_kien')).toMatchObject([
      ['unclosed', expect.stringContaining('ten_su_kien'), '{ten_su_kien}'],
    ]);
    expect(await codes('{{ten_su_kien}}')).toEqual([['doubled', '{{ten_su_kien}}', '{ten_su_kien}']]);
    expect(await codes('{#chuong_trinh}{viec}')).toMatchObject([
      ['unclosedList', 'chuong_trinh', '{/chuong_trinh}'],
    ]);
    expect(await codes('{viec}{/chuong_trinh}')).toMatchObject([
      ['unopenedList', 'chuong_trinh', '{#chuong_trinh}'],
    ]);
    expect(await codes('{#chuong_trinh}{viec}{/chuong_trih}')).toMatchObject([
      ['mismatch', 'chuong_trih', '{/chuong_trinh}'],
    ]);
    expect(await codes('{viec}')).toEqual([['outside', '{viec}', '{#chuong_trinh}…{/chuong_trinh}']]);
    expect(await codes('{#chuong_trinh}{viec}{/chuong_trinh}')).toEqual([]);
  });

  it.each([
    ['ten_su_kein', 'ten_su_kien'],
    ['dia_diểm', 'dia_diem'],
    ['Tên sự kiện', 'ten_su_kien'],
    ['nguoi_ki', 'nguoi_ky'],
    ['thoi_gian_hop', 'thoi_gian'],
    ['zzzzzz', null],
  ])('suggests for %s: %s', (typed, meant) => {
    expect(nearestTag(typed, tagsOf(TEMPLATES.invitation.fields).keys())).toBe(meant);
  });
});

describe('a hostile file', () => {
  const entry = (name: string, bytes: Uint8Array) => ({ [name]: bytes });
  it('is answered with a sentence and changes nothing', async () => {
    const good = await copyOf('invitation');
    const parts = unzipSync(good);
    const withMore = (more: Record<string, Uint8Array>) => zipSync({ ...parts, ...more });
    const bomb = new Uint8Array(70 * 1024 * 1024);
    const cases: [string, Uint8Array][] = [
      ['DOCX_NOT_WORD', strToU8('không phải Word')],
      ['DOCX_NOT_WORD', zipSync(entry('a.txt', strToU8('a')))],
      ['DOCX_OLD', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)])],
      ['DOCX_BROKEN', good.slice(0, good.length - 200)],
      ['DOCX_BROKEN', edited(good, (xml) => xml.replace('</w:p>', ''))],
      [
        'DOCX_BROKEN',
        edited(good, (xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document')),
      ],
      ['DOCX_UNSAFE', withMore(entry('word/vbaProject.bin', strToU8('x')))],
      ['DOCX_UNSAFE', withMore(entry('word/embeddings/oleObject1.bin', strToU8('x')))],
      ['DOCX_TOO_LARGE', withMore(entry('word/media/image9.png', bomb))],
      [
        'DOCX_EXTERNAL',
        withMore(
          entry(
            'word/_rels/settings.xml.rels',
            strToU8(
              '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.vn/a.dotm" TargetMode="External"/></Relationships>',
            ),
          ),
        ),
      ],
    ];
    for (const [code, bytes] of cases) expect(await refusal(bytes), code).toMatchObject({ code });
    expect((await t.invoke('wordTemplates.list', {})).rows.flatMap((row) => row.editions)).toEqual([]);
  }, 60_000);

  it('is not believed what it says of its sizes', async () => {
    const docx = zipSync({
      ...unzipSync(await copyOf('invitation')),
      'word/media/big.png': new Uint8Array(70 << 20),
    });
    const view = new DataView(docx.buffer, docx.byteOffset, docx.byteLength);
    for (let at = 0; at < docx.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(docx)).toMatchObject({ code: 'DOCX_TOO_LARGE' });
  });
});
