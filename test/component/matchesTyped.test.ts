/** What a searchable choice shows for what was typed. */
import { describe, expect, it } from 'vitest';
import { matchesTyped } from '../../renderer/ui/form/choiceFields';

describe('matchesTyped', () => {
  it.each([
    ['', 'Số thẻ'],
    ['so the', 'Số thẻ'],
    ['Cỡ áo', 'Cỡ áo đồng phục'],
    ['kham dieu', 'Khoa Khám bệnh - Điều trị'],
    ['phong', 'Khoa, phòng'],
    ['d', 'Điều dưỡng'],
  ])('%j finds %j', (typed, label) => {
    expect(matchesTyped(typed, label)).toBe(true);
  });
  it.each([
    ['Cỡ áo', 'Ngày vào cơ quan'],
    ['ung', 'Điều dưỡng'],
    ['so the x', 'Số thẻ'],
  ])('%j does not find %j', (typed, label) => {
    expect(matchesTyped(typed, label)).toBe(false);
  });
});
