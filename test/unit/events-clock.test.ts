import { expect, test } from 'vitest';
import { readClock } from '../../renderer/features/events/clock';

test.each([
  ['14:00', '14:00'],
  ['8h30', '08:30'],
  ['8h', '08:00'],
  ['14 giờ', '14:00'],
  ['7g15', '07:15'],
  ['9.45', '09:45'],
  ['7', '07:00'],
  ['24:00', null],
  ['14:75', null],
  ['chiều', null],
  ['', null],
])('%s is read as %s', (typed, clock) => {
  expect(readClock(typed)).toBe(clock);
});
