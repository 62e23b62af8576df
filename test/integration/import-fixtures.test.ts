import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/documents/tables';
import {
  applyMapping,
  diffRow,
  interpret,
  linkWithinFile,
  matchPerson,
  PersonIndex,
} from '../../shared/domain/import';

const folder = new URL('../fixtures/members/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8'));

async function load(name: string) {
  const interpretation = interpret(await readTables(readFileSync(new URL(name, folder)), name));
  const rows = applyMapping(interpretation);
  const linked = linkWithinFile(rows);
  return { interpretation, rows, people: linked.people, linked: linked.rows };
}

describe('member lists as offices keep them', () => {
  it('reads the clean list', async () => {
    const wanted = truth['members-clean.xlsx'];
    const { rows, people, interpretation } = await load('members-clean.xlsx');
    expect(rows).toHaveLength(wanted.rows);
    expect(people).toHaveLength(wanted.rows);
    expect(rows.filter((row) => row.values.gender === 'female')).toHaveLength(wanted.female);
    expect(rows.filter((row) => row.values.isParty)).toHaveLength(wanted.party);
    expect(interpretation.counts.departments).toBe(wanted.departments);
    expect(rows[0]?.values.fullName).toBe(wanted.first);
    expect(rows[0]?.values.birthDate?.split('-').reverse().join('/')).toBe(wanted.firstBorn);
    expect(rows.at(-1)?.values.fullName).toBe(wanted.last);
    expect(rows.at(-1)?.values.idNumber).toBe(wanted.lastId);
  });

  it('reads the office list with its letterhead, split names, dates under Nam/Nữ and department lines', async () => {
    const wanted = truth['members-office.xlsx'];
    const { rows, people, interpretation, linked } = await load('members-office.xlsx');
    const repeated = linked.filter((row) => row.repeats);
    expect(rows).toHaveLength(wanted.people + wanted.duplicates);
    expect(people).toHaveLength(wanted.people);
    expect(repeated).toHaveLength(wanted.duplicates);
    expect(repeated.every((row) => row.repeats?.certain && row.repeats.reason === 'id')).toBe(true);
    expect(people.filter((one) => one.values.gender === 'female')).toHaveLength(wanted.female);
    expect(people.filter((one) => one.values.isParty)).toHaveLength(wanted.party);
    expect(new Set(people.map((one) => one.values.department)).size).toBe(wanted.departments);
    expect(rows.filter((row) => row.values.birthDate?.length === 4)).toHaveLength(wanted.yearOnlyRows);
    expect(people.filter((one) => one.values.birthDate?.length === 4)).toHaveLength(wanted.yearOnlyPeople);
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
    expect(rows.every((row) => row.values.idNumber?.length === 12)).toBe(true);
    expect([interpretation.header?.fromLine, interpretation.header?.toLine]).toEqual([7, 8]);
    expect(interpretation.counts).toMatchObject({ sections: 19, totals: 1, foot: 1 });
    const restored = rows.find((row) => row.line === 16);
    expect(restored?.values.idNumber).toBe('070175691748');
    expect(restored?.notes).toContainEqual({
      field: 'idNumber',
      kind: 'zero-restored',
      before: '70175691748',
      after: '070175691748',
    });
    expect(rows.find((row) => row.line === 27)?.values.fullName).toBe('Nguyễn Đình Mạnh');
  });

  it('lets a repeated row add only what the first one lacks', async () => {
    const { people } = await load('members-office.xlsx');
    const ai = people.find((one) => one.lines.includes(298));
    expect(ai?.lines).toEqual([202, 298]);
    expect(ai?.values).toMatchObject({
      fullName: 'Nguyễn Thị Thanh Ái',
      birthDate: '1978-05-09',
      unionJoinDate: '2003-06-09',
      department: 'Phòng Dân số - Truyền thông GDSK',
    });
    expect(ai?.values.note).toBeUndefined();
  });

  it('reads the list in a TCVN3 font and gives the names their capitals back', async () => {
    const wanted = truth['members-tcvn3.xlsx'];
    const { rows } = await load('members-tcvn3.xlsx');
    expect(rows).toHaveLength(wanted.rows);
    expect(rows.map((row) => row.values.fullName)).toEqual(wanted.names);
    expect(rows[0]?.values.department).toBe(wanted.firstDept);
    expect(rows[0]?.notes.map((note) => note.kind)).toContain('tcvn3');
  });

  it('reads the semicolon text file and the web page named .xls', async () => {
    const csv = await load('members-semicolon.csv');
    expect(csv.rows).toHaveLength(truth['members-semicolon.csv'].rows);
    expect(csv.rows[0]?.values.phone).toBe(truth['members-semicolon.csv'].firstPhone);
    const web = await load('members-web-export.xls');
    expect(web.rows).toHaveLength(truth['members-web-export.xls'].rows);
    expect(web.rows.at(-1)?.values.idNumber).toBe(truth['members-web-export.xls'].lastId);
  });

  it.each(Object.keys(truth))('%s a second time finds everybody and changes nothing', async (name) => {
    const first = (await load(name)).people;
    const index = new PersonIndex(
      first.map((one, id) => ({ ...one.values, fullName: one.values.fullName ?? '', id })),
    );
    for (const [id, one] of (await load(name)).people.entries()) {
      const match = matchPerson(one.values, index);
      expect(match.kind === 'same-person' ? match.id : match.kind === 'propose' && match.candidates[0]).toBe(
        id,
      );
      expect(diffRow(first[id]?.values ?? {}, one.values)).toEqual([]);
    }
  });
});
