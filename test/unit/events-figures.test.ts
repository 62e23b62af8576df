import { describe, expect, test } from 'vitest';
import { weekday } from '../../shared/domain/dates';
import {
  type Participation,
  participationRate,
  participationSentence,
  participationText,
  sequenceText,
  turnsText,
} from '../../shared/domain/eventFigures';
import { EVENT_KINDS, eventKind } from '../../shared/domain/eventKinds';

const figure = (more: Partial<Participation>): Participation => ({
  value: 1484,
  unit: 'member',
  flag: 'exact',
  whole: null,
  asOf: null,
  ...more,
});
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('participation of an event', () => {
  test('1.484 of 2.178 members is 68%, in a sentence for the report', () => {
    const all = figure({ whole: 2178, asOf: '2024-07-01' });
    expect(participationRate(all)).toBe('68%');
    expect(plain(participationSentence('online_contest', all))).toBe(
      'Cuộc thi có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.',
    );
    expect(plain(participationSentence('online_contest', all, 'en'))).toBe(
      'The contest had 1,484/2,178 members taking part, 68%.',
    );
  });

  test('1.023 people have no percentage', () => {
    const people = figure({ value: 1023, unit: 'person' });
    expect(participationRate(people)).toBeNull();
    expect(plain(participationText(people))).toBe('1.023 người');
    expect(plain(participationSentence('contest', people))).toBe('Hội thi có 1.023 người tham gia.');
  });

  test('783 of the same base is 36%; all three together are 3.290 turns', () => {
    expect(participationRate(figure({ value: 783, whole: 2178, asOf: '2024-07-01' }))).toBe('36%');
    expect(plain(turnsText(1484 + 1023 + 783))).toBe('3.290 lượt');
  });

  test('a vague count has no percentage', () => {
    const over = figure({ flag: 'atLeast', whole: 2178, asOf: '2024-07-01' });
    expect(participationRate(over)).toBeNull();
    expect(plain(participationText(over))).toBe('hơn 1.484 đoàn viên');
  });

  test('all but one of 250 is not 100%', () => {
    expect(participationRate(figure({ value: 249, whole: 250, asOf: '2024-07-01' }))).toBe('99,6%');
  });

  test('24/07/2024 was a Wednesday', () => {
    expect(weekday('2024-07-24')).toBe('Thứ Tư');
  });

  test('the second of a year', () => {
    expect(sequenceText(2, '2023-11-23')).toBe('lần thứ hai năm 2023');
    expect(sequenceText(2, '2023-11-23', 'en')).toBe('Second of 2023');
  });
});

describe('kinds of event', () => {
  test('codes are unique and both languages are there', () => {
    expect(new Set(EVENT_KINDS.map((kind) => kind.code)).size).toBe(EVENT_KINDS.length);
    for (const kind of EVENT_KINDS)
      expect([kind.name, kind.nameEn, kind.noun, kind.nounEn].every(Boolean)).toBe(true);
  });
  test('a code no longer known is another activity', () => {
    expect(eventKind('gone').code).toBe('other');
  });
});
