/** The form of signed texts is frozen: what hangs on walls must be read by every later version. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MOST_DIGITS,
  publicOf,
  readProof,
  signerOf,
  signFacts,
} from '../../electron/modules/certificates/proof/text';
import { WORDS_1 } from '../../electron/modules/certificates/proof/words';

const seed = new Uint8Array(32).fill(5);
const FACTS = {
  paper: 'award' as const,
  registerNo: 41,
  registerYear: 2026,
  decisionNo: '45/QĐ-CĐCS',
  decidedOn: '2026-11-20',
  name: 'Bà H’Nguyệt Niê Kđăm',
  unit: 'Khoa Sản',
  form: 'Giấy khen',
  awardYear: 2026,
  issuer: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
};
const PRINTED =
  'SCD2.38012187419227356626934629639042619822344834402770224032796043697139300834921216109100352947762528396009233299792514282336625478890202013656988375324312543950477507490593555461694323705887484189877641988152809839843242330176291697697069060';

test('the words never change', () => {
  expect(createHash('sha256').update(WORDS_1).digest('hex')).toBe(
    '7f4d6a53d55da8f445340354a27e2c2cf9a9e1bc781b6858ce25ada92bdde973',
  );
});

test('a text printed before is read to the letter', () => {
  const read = readProof(PRINTED);
  expect(read?.facts).toEqual(FACTS);
  expect(read?.signedBy(publicOf(seed))).toBe(true);
  expect(read?.signedBy(publicOf(new Uint8Array(32).fill(6)))).toBe(false);
});

test('any name in any letters comes back; too much leaves out the unit, then the body, never the name', () => {
  const signer = signerOf(seed);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (typed) => {
      const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
      const facts = readProof(signFacts({ ...FACTS, name: typed }, signer))?.facts;
      expect(facts).toMatchObject({ name, registerNo: 41, decisionNo: '45/QĐ-CĐCS', form: 'Giấy khen' });
    }),
    { numRuns: 300 },
  );
  const name = 'Gia đình ông Kpă Y Rmah Êban Xyzkw và bà Ksor H’Ƀlŭk Ŭrŋ Čhim Zozo Ğuri';
  const text = signFacts({ ...FACTS, name, unit: 'Phòng Vật tư – Trang thiết bị y tế' }, signer);
  expect(text.length).toBeLessThanOrEqual(MOST_DIGITS + 5);
  expect(readProof(text)?.facts).toMatchObject({ name, unit: null });
});

test('a certificate of a course is told apart from one of merit', () => {
  const facts = {
    ...FACTS,
    paper: 'training' as const,
    decisionNo: '12/2026/CN-CĐCS',
    unit: 'Nghiệp vụ công đoàn',
  };
  const text = signFacts(facts, signerOf(seed));
  expect(text).not.toBe(signFacts({ ...facts, paper: 'award' }, signerOf(seed)));
  const read = readProof(text);
  expect(read?.facts).toEqual(facts);
  expect(read?.signedBy(publicOf(seed))).toBe(true);
});
