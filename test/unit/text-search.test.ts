import { describe, expect, it } from 'vitest';
import { digitsMatch, digitsOf, matchRank, parseQuery } from '../../shared/text/search';

/** Names that match, best first; equal ranks keep their order. */
function found(typed: string, names: readonly string[]): string[] {
  const query = parseQuery(typed);
  return names
    .map((name) => ({ name, rank: matchRank(name, query) }))
    .filter((hit): hit is { name: string; rank: number } => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((hit) => hit.name);
}

const people = [
  'Nguyễn Thị Hoà',
  'Nguyễn Thị Hoa',
  'Nguyễn Thị Hoá',
  'Nguyễn Thị Hòa',
  'Trần Văn Hoàng',
  'Hoa Thị Lý',
];

describe('typed search', () => {
  it('finds all tones without tones, plain ones first', () => {
    expect(found('nguyen thi hoa', people)).toHaveLength(4);
    expect(found('hoa', people)[0]).toBe('Nguyễn Thị Hoa');
    expect(found('hoa', people)).toHaveLength(6);
  });

  it('puts exact tones first, in either tone position', () => {
    expect(found('hòa', people).slice(0, 2)).toEqual(['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa']);
    expect(found('hoà', people).slice(0, 2)).toEqual(['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa']);
    expect(found('Nguyễn Thị Hòa'.normalize('NFD'), people).slice(0, 2)).toEqual([
      'Nguyễn Thị Hoà',
      'Nguyễn Thị Hòa',
    ]);
  });

  it('takes d for đ, any apostrophe and parts typed so far', () => {
    expect(found('dang dinh', ['Đặng Đình An', 'Dương Đình An'])).toEqual(['Đặng Đình An']);
    expect(found('h hen', ["H'Hen Niê"])).toEqual(["H'Hen Niê"]);
    expect(found('h’hen', ["H'Hen Niê"])).toEqual(["H'Hen Niê"]);
    expect(found('hen nie', ["H'Hen Niê"])).toEqual(["H'Hen Niê"]);
    expect(found('nguyen th', people)).toHaveLength(4);
  });

  it('takes initials and words in another order, later', () => {
    expect(found('ntha', ['Nguyễn Thị Hoa Anh', 'Nguyễn Thanh Hà'])).toEqual(['Nguyễn Thị Hoa Anh']);
    expect(found('hoa nguyen', people)).toHaveLength(4);
    expect(found('vha', ['Trần Văn Hải Anh'])).toEqual(['Trần Văn Hải Anh']);
  });

  it('puts a hit on the given name first, wherever it stands', () => {
    expect(found('bao', ['Bảo Thị Lan', 'Y Bảo Niê'])).toEqual(['Y Bảo Niê', 'Bảo Thị Lan']);
    expect(found('lan', ['Lan Thị Hoa', 'Vũ Thị Lan'])).toEqual(['Vũ Thị Lan', 'Lan Thị Hoa']);
  });

  it('says no when a word is missing', () => {
    expect(found('nguyen thi lan', people)).toEqual([]);
    expect(matchRank('Nguyễn Thị Hoa', parseQuery('0912345'))).toBeNull();
    expect(matchRank('Nguyễn Thị Hoa', parseQuery(''))).toBe(0);
  });

  it('reads the parts of a query', () => {
    expect(parseQuery(' Hoà  345 678')).toMatchObject({ words: ['hoa'], exact: ['hòa'], digits: '345678' });
    expect(parseQuery('12').digits).toBeNull();
    expect(parseQuery('ntha').initials).toBe('ntha');
    expect(parseQuery('nguyen hoa').initials).toBeNull();
    expect(parseQuery('cd1322406').code).toBe('CD1322406');
  });

  it('finds the tail of a number', () => {
    expect(digitsMatch('0380 540 726', parseQuery('726'))).toBe(true);
    expect(digitsMatch('0380540726', parseQuery('540'))).toBe(false);
    expect(digitsMatch(null, parseQuery('726'))).toBe(false);
    expect(digitsOf('+84 380.540.726')).toBe('0380540726');
  });
});
