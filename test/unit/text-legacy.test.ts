import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { decodeLegacy, detectLegacy } from '../../shared/text/legacy/detect';
import {
  isCapitalsFont,
  repairNameCapitals,
  TCVN3_LETTERS,
  tcvn3ToUnicode,
} from '../../shared/text/legacy/tcvn3';
import { vniToUnicode } from '../../shared/text/legacy/vni';
import { windows1258ToUnicode } from '../../shared/text/legacy/windows1258';

const fixtures = path.join(__dirname, '../fixtures/members');

function readRows(file: string): string[][] {
  const book = xlsx.read(readFileSync(path.join(fixtures, file)));
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  return xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }).slice(1);
}

describe('TCVN3', () => {
  const rows = readRows('members-tcvn3.xlsx');
  const truth = JSON.parse(readFileSync(path.join(fixtures, 'truth.json'), 'utf8'))['members-tcvn3.xlsx'];

  it('reads all 84 names of the old list', () => {
    expect(rows.map((row) => repairNameCapitals(tcvn3ToUnicode(row[1]!)))).toEqual(truth.names);
    expect(tcvn3ToUnicode(rows[0]![4]!)).toBe(truth.firstDept);
  });

  it('is detected in every column that has marks', () => {
    for (const column of [1, 3, 4, 5]) {
      const found = detectLegacy(rows.map((row) => row[column]!));
      expect(found.encoding).toBe('tcvn3');
      expect(found.confidence).toBeGreaterThan(0.5);
    }
  });

  it('has a code for each of the 74 marked letters', () => {
    const letters = new Set(TCVN3_LETTERS.values());
    expect(letters.size).toBe(74);
    expect([...letters].every((letter) => letter === letter.normalize('NFC'))).toBe(true);
  });

  it('reads capitals fonts and lost capitals', () => {
    expect(tcvn3ToUnicode('Céng hßa x· héi', { capitals: true })).toBe('CỘNG HÒA XÃ HỘI');
    expect(isCapitalsFont('.VnTimeH')).toBe(true);
    expect(isCapitalsFont('.VnTime')).toBe(false);
    expect(repairNameCapitals(tcvn3ToUnicode('L­êng ThÞ Ngäc ý'))).toBe('Lường Thị Ngọc Ý');
    expect(repairNameCapitals('NGUYễN THị HOA')).toBe('Nguyễn Thị Hoa');
    expect(repairNameCapitals('Vũ Thị Hà')).toBe('Vũ Thị Hà');
  });
});

describe('VNI', () => {
  it.each([
    ['Nguyeãn Thò Hoàng', 'Nguyễn Thị Hồng'],
    ['Traàn Vaên Ñöùc', 'Trần Văn Đức'],
    ['Leâ Thò Haèng', 'Lê Thị Hằng'],
    ['Ñaëng Quoác Huøng', 'Đặng Quốc Hùng'],
    ['Phöôïng', 'Phượng'],
    ['Lyù Thuûy Tieân', 'Lý Thủy Tiên'],
    ['COÂNG ÑOAØN Y TEÁ', 'CÔNG ĐOÀN Y TẾ'],
    ['Voõ Thò Myõ Kyø', 'Võ Thị Mỹ Kỳ'],
    ['ngöôøi nöõ tröôûng', 'người nữ trưởng'],
    ['Aâu Thanh Bích', 'Âu Thanh Bích'],
    ['kyõ thuaät vieân', 'kỹ thuật viên'],
    ['xaõ Quaûng Bình', 'xã Quảng Bình'],
  ])('%s is %s', (typed, meant) => {
    expect(vniToUnicode(typed)).toBe(meant);
  });

  it('is detected', () => {
    expect(detectLegacy(['Nguyeãn Thò Hoa', 'Traàn Vaên Ñöùc', 'Leâ Thò Haèng'])).toMatchObject({
      encoding: 'vni',
    });
  });
});

describe('detection', () => {
  it('leaves whole Unicode lists alone', () => {
    const names = readRows('members-clean.xlsx').map((row) => row[1] ?? '');
    const found = detectLegacy(names);
    expect(found.encoding).toBe('unicode');
    expect(found.confidence).toBeGreaterThan(0.8);
  });

  it('leaves Unicode alone', () => {
    const names = ['Nguyễn Thị Hoà', 'Trần Văn Đức', 'Y Bảo Niê', 'Lê Lý', 'Vũ Hà'];
    expect(detectLegacy(names)).toMatchObject({ encoding: 'unicode' });
    expect(detectLegacy(names.map((name) => name.normalize('NFD')))).toMatchObject({ encoding: 'unicode' });
    expect(detectLegacy(['Lê'])).toMatchObject({ encoding: 'unicode' });
    expect(detectLegacy(['Bình An', 'Lý Hà', 'Lê Tú'])).toMatchObject({ encoding: 'unicode' });
    expect(detectLegacy(['Khoa Nhi', '12/5', ''])).toEqual({ encoding: 'unicode', confidence: 1 });
    expect(detectLegacy(['“Hoa”', 'H’ Nhung – 5'])).toEqual({ encoding: 'unicode', confidence: 1 });
  });

  it('decodes by name', () => {
    expect(decodeLegacy('N÷', 'tcvn3')).toBe('Nữ');
    expect(decodeLegacy('Nöõ', 'vni')).toBe('Nữ');
    expect(decodeLegacy('Nữ'.normalize('NFD'), 'unicode')).toBe('Nữ');
  });
});

describe('windows-1258', () => {
  it('joins letters and tone marks', () => {
    const bytes = new Uint8Array([
      0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e, 0x20, 0xd0, 0xf5, 0xf2, 0x20, 0xea, 0xf2, 0x80,
    ]);
    expect(windows1258ToUnicode(bytes)).toBe('Nguyễn Đợ ệ€');
  });

  it('agrees with the platform decoder on every byte', () => {
    const decoder = new TextDecoder('windows-1258');
    for (let byte = 0; byte < 256; byte += 1) {
      if ([0x81, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9d, 0x9e].includes(byte)) continue;
      const bytes = new Uint8Array([0x2e, byte]);
      expect(windows1258ToUnicode(bytes), byte.toString(16)).toBe(decoder.decode(bytes).normalize('NFC'));
    }
  });
});
