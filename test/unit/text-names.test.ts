import { describe, expect, it } from 'vitest';
import { fold, stripMarks, toneKey, toneNormal } from '../../shared/text/fold';
import { ALPHABET, initials, sortKey, splitName, textSortKey } from '../../shared/text/name';
import { cleanName, isAllCaps, repairAllCaps, titleCaseName } from '../../shared/text/nfc';
import { isKinhSyllable } from '../../shared/text/syllable';

/** Names in the order their keys give. */
function sorted(names: readonly string[]): string[] {
  return [...names].sort((a, b) => {
    const [x, y] = [Buffer.from(sortKey(a)), Buffer.from(sortKey(b))];
    return Buffer.compare(x, y);
  });
}

describe('stored names', () => {
  it('are composed, with single spaces and their own apostrophes', () => {
    expect(cleanName('  Nguyễn\u00a0 Thị\tHoa '.normalize('NFD'))).toBe('Nguyễn Thị Hoa');
    expect(cleanName('H’  Thuỳ Nhung')).toBe('H’ Thuỳ Nhung');
    expect(cleanName("H'Hen Niê\u200b")).toBe("H'Hen Niê");
  });

  it('are repaired only when typed all in capitals', () => {
    expect(repairAllCaps('NGUYỄN THỊ HÒA')).toBe('Nguyễn Thị Hòa');
    expect(repairAllCaps("H'HEN NIÊ")).toBe("H'Hen Niê");
    expect(repairAllCaps('ĐẶNG ĐÌNH ÂN'.normalize('NFD'))).toBe('Đặng Đình Ân');
    expect(repairAllCaps('Y Bảo Niê')).toBe('Y Bảo Niê');
    expect(repairAllCaps('nguyễn thị hoa')).toBe('nguyễn thị hoa');
    expect(titleCaseName('nguyễn thị ánh')).toBe('Nguyễn Thị Ánh');
    expect(isAllCaps('Y')).toBe(false);
  });
});

describe('tone position', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['hoá', 'hóa'],
    ['khoẻ', 'khỏe'],
    ['Thuý', 'Thúy'],
    ['THUỲ', 'THÙY'],
    ['qúy', 'quý'],
    ['quý', 'quý'],
    ['gìa', 'già'],
    ['già', 'già'],
    ['hòan', 'hoàn'],
    ['hoàng', 'hoàng'],
    ['hùynh', 'huỳnh'],
    ['nguỹên', 'nguyễn'],
    ['ngoài', 'ngoài'],
    ['mía', 'mía'],
    ['thuế', 'thuế'],
    ['khuỷu', 'khuỷu'],
    ['cứu', 'cứu'],
    ['giếng', 'giếng'],
    ['Êban', 'Êban'],
    ['résumé', 'résumé'],
  ])('%s is %s', (typed, normal) => {
    expect(toneNormal(typed)).toBe(normal.normalize('NFC'));
  });

  it('keeps the rest of the text', () => {
    expect(toneNormal('Trạm Y tế xã Tỏa Tình, 12/5')).toBe('Trạm Y tế xã Tỏa Tình, 12/5');
  });
});

describe('search key', () => {
  it('drops marks, đ, apostrophes and double spaces', () => {
    expect(fold('Đặng  Thị HOÀ')).toBe('dang thi hoa');
    expect(fold("H'Hen Niê")).toBe(fold('H’Hen Niê'));
    expect(fold('HʼHen Niê')).toBe('hhen nie');
    expect(fold('H’ Thuỳ Nhung')).toBe('h thuy nhung');
    expect(stripMarks('Điện Biên')).toBe('Dien Bien');
    expect(toneKey('Trần Thị THUỶ')).toBe('trần thị thủy');
  });
});

describe('parts of a name', () => {
  it.each([
    ['Nguyễn Thị Hoa', 'Nguyễn', 'Thị', 'Hoa'],
    ['Đỗ Hải', 'Đỗ', '', 'Hải'],
    ['Hoa', '', '', 'Hoa'],
    ['', '', '', ''],
    ['Trần Thị Bích Thúy', 'Trần', 'Thị Bích', 'Thúy'],
    ['Y Bảo Niê', 'Niê', 'Y', 'Bảo'],
    ["H'Hen Niê", 'Niê', "H'", 'Hen'],
    ['H’ Blăc Êban', 'Êban', 'H’', 'Blăc'],
    ['H’ Thuỳ Nhung', '', 'H’ Thuỳ', 'Nhung'],
    ['Y Thanh Hà Niê Kđăm', 'Niê Kđăm', 'Y Thanh', 'Hà'],
    ['Êban Thị Thanh Giang', 'Êban', 'Thị Thanh', 'Giang'],
    ['Niê Văn Toàn', 'Niê', 'Văn', 'Toàn'],
    ['Vàng A Chía', 'Vàng', 'A', 'Chía'],
    ['Rơ Châm H’Lan', 'Rơ Châm', 'H’', 'Lan'],
    ['K’ Công Anh', '', 'K’ Công', 'Anh'],
    ["K'Tuyên", '', "K'", 'Tuyên'],
    ['Siu Y Thoa', 'Siu', 'Y', 'Thoa'],
    ['Tôn Nữ Thị Hoa', 'Tôn Nữ', 'Thị', 'Hoa'],
  ])('%s', (full, family, middle, given) => {
    expect(splitName(full)).toEqual({ family, middle, given });
  });

  it('gives initials', () => {
    expect(initials('Nguyễn Thị Hoa Anh')).toBe('ntha');
    expect(initials('Đặng Đình Ân')).toBe('dda');
    expect(initials("H'Hen Niê")).toBe('hhn');
    expect(initials('')).toBe('');
  });

  it('knows Kinh syllables', () => {
    for (const word of [
      'Nguyễn',
      'Huỳnh',
      'Quỳnh',
      'Giáp',
      'Khuê',
      'Ưng',
      'Ý',
      'Thơ',
      'Phượng',
      'Quốc',
      'Giang',
      'Yến',
    ]) {
      expect(isKinhSyllable(word), word).toBe(true);
    }
    for (const word of ['Niê', 'Êban', 'Kbuôr', 'Mlô', 'Adrơng', 'Kpă', 'hoc', 'Tập2']) {
      expect(isKinhSyllable(word), word).toBe(false);
    }
  });
});

describe('order of names', () => {
  it('goes by given name, then middle, then family', () => {
    expect(sorted(['Vũ Thị Anh', 'Nguyễn Văn Bình', 'Trần Thị Anh', 'Lê Kim Anh', 'Bùi Thị Ân'])).toEqual([
      'Lê Kim Anh',
      'Trần Thị Anh',
      'Vũ Thị Anh',
      'Bùi Thị Ân',
      'Nguyễn Văn Bình',
    ]);
  });

  it('has the letters a ă â … đ after d … y', () => {
    const names = ALPHABET.map((letter) => `Lê ${letter}`);
    expect(sorted([...names].reverse())).toEqual(names);
    expect(sorted(['Lê Đào', 'Lê Dung', 'Lê Êm', 'Lê Em'])).toEqual(['Lê Dung', 'Lê Đào', 'Lê Em', 'Lê Êm']);
  });

  it('has the tones ngang huyền hỏi ngã sắc nặng, after the letters', () => {
    const tones = ['Lê Ma', 'Lê Mà', 'Lê Mả', 'Lê Mã', 'Lê Má', 'Lê Mạ'];
    expect(sorted([...tones].reverse())).toEqual(tones);
    expect(sorted(['Lê Mạ', 'Lê Mai', 'Lê Ma'])).toEqual(['Lê Ma', 'Lê Mạ', 'Lê Mai']);
  });

  it('takes both tone positions and all apostrophes alike, and ignores case', () => {
    expect(sortKey('Lê Hoà')).toBe(sortKey('LÊ HÒA'));
    expect(sortKey("H'Hen Niê")).toBe(sortKey('H’Hen Niê'));
  });

  it('follows the words a person is sorted under', () => {
    expect(sortKey('Y Bảo Niê')).toBe(sortKey('Y Bảo Niê', 'Bảo'));
    const underClan = sortKey('Y Bảo Niê', 'Niê');
    expect(sorted(['Lê Minh', 'Lê Oanh'])).toEqual(['Lê Minh', 'Lê Oanh']);
    expect(underClan > sortKey('Lê Minh')).toBe(true);
    expect(underClan < sortKey('Lê Oanh')).toBe(true);
    expect(sortKey('Trần Hoa', '')).toBe(sortKey('Trần Hoa'));
    expect(sortKey('Trần Hoa', 'An') < sortKey('Lê Bình')).toBe(true);
    expect(textSortKey('Khoa Nhi') < textSortKey('Khoa Nội')).toBe(true);
  });

  it('is plain ASCII', () => {
    expect(sortKey('Đỗ Ngọc Ửng Ñandú 李')).toMatch(/^[\x21-\x7e]+$/);
  });
});
