// @vitest-environment jsdom
/** Telex and VNI must work in every kind of field: nothing is rewritten while typing, Enter belongs to the composition. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpError } from '../../renderer/client';
import {
  CountField,
  DateField,
  MoneyField,
  RecordForm,
  ScoreField,
  SearchField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../renderer/ui';
import { compose, replay, show } from './helpers';

interface Values {
  name: string | null;
  note: string | null;
  born: string | null;
  money: number | null;
  people: number | null;
  score: number | null;
}
const EMPTY: Values = { name: null, note: null, born: null, money: null, people: null, score: null };

function form(onSubmit: (values: Values) => Promise<unknown>, draftKey: string | null = null) {
  return show(
    <RecordForm<Values> draftKey={draftKey} initial={EMPTY} onSubmit={onSubmit}>
      <TextField name="name" label="Họ và tên" required />
      <TextAreaField name="note" label="Ghi chú" />
      <DateField name="born" label="Ngày sinh" />
      <MoneyField name="money" label="Số tiền" />
      <CountField name="people" label="Số người" max={2178} unit="người" />
      <ScoreField name="score" label="Điểm" />
    </RecordForm>,
  );
}
const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;
const ALL = ['Họ và tên', 'Ghi chú', 'Ngày sinh', 'Số tiền', 'Số người', 'Điểm'];

const TELEX: [string, string[]][] = [
  ['Nguyễn', ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyên', 'Nguyễn']],
  ['Đường', ['D', 'Đ', 'Đu', 'Đuo', 'Đươ', 'Đươn', 'Đương', 'Đường']],
  ['thuỷ', ['t', 'th', 'thu', 'thuy', 'thuỷ']],
  ['Hoà', ['H', 'Ho', 'Hoa', 'Hoà']],
];
/** Backspace-plus-text: what an input tool sends for "nguyeenx", "dduwowngf", VNI "tha61t". */
const BACKSPACE: [string, string[]][] = [
  ['nguyễn', ['nguye', '⌫', 'ê', 'n', '⌫', '⌫', 'ễn']],
  ['đường', ['d', '⌫', 'đ', 'u', '⌫', 'ư', 'o', '⌫', '⌫', 'ươ', 'ng', '⌫', '⌫', '⌫', 'ờng']],
  ['thất', ['tha', '⌫', 'â', '⌫', 'ấ', 't']],
];

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('typing Vietnamese', () => {
  it.each(ALL)('keeps every composed state in "%s"', (label) => {
    form(async () => undefined);
    for (const [word, states] of TELEX) {
      const input = field(label);
      fireEvent.input(input, { target: { value: '' } });
      const run = compose(input, '', states);
      expect(run.shown).toEqual(states);
      expect(run.end()).toBe(word);
    }
  });

  it.each(ALL)('keeps every state of backspace and text in "%s"', (label) => {
    form(async () => undefined);
    for (const [word, steps] of BACKSPACE) {
      const input = field(label);
      fireEvent.input(input, { target: { value: '' } });
      const shown = replay(input, steps);
      expect(shown.at(-1)).toBe(word);
    }
  });

  it('does not save on Enter while composing, and saves on Enter after it', async () => {
    const submit = vi.fn(async () => undefined);
    form(submit);
    const input = field('Họ và tên');
    const run = compose(input, 'Lò Văn ', ['T', 'Ta', 'Tá', 'Tám']);
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    run.end();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(submit).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 });
    await waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
    expect(submit.mock.calls[0]?.[0 as never]).toMatchObject({ name: 'Lò Văn Tám' });
  });

  it('sends a search only when the syllable is finished', async () => {
    const change = vi.fn();
    show(<SearchField value="" onChange={change} placeholder="Tìm" />);
    const input = screen.getByLabelText('Tìm') as HTMLInputElement;
    const run = compose(input, '', ['h', 'ho', 'hoa', 'hoà']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(change).not.toHaveBeenCalled();
    run.end();
    expect(change).toHaveBeenCalledWith('hoà');
  });
});

describe('typed values', () => {
  const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });

  it('takes dates of each precision and puts them in form only on leaving', async () => {
    const submit = vi.fn(async (_values: Values) => undefined);
    form(submit);
    type('Họ và tên', 'Y Bảo Niê');
    for (const [typed, iso, shown] of [
      ['1989', '1989', '1989'],
      ['7/1989', '1989-07', '07/1989'],
      ['17/2/1989', '1989-02-17', '17/02/1989'],
    ] as const) {
      type('Ngày sinh', typed);
      expect(field('Ngày sinh').value).toBe(typed);
      fireEvent.blur(field('Ngày sinh'));
      expect(field('Ngày sinh').value).toBe(shown);
      fireEvent.keyDown(field('Ngày sinh'), { key: 's', ctrlKey: true });
      await waitFor(() => expect(submit.mock.lastCall?.[0]?.born).toBe(iso));
    }
  });

  it('says what is wrong with a date, keeps the text, and does not save', async () => {
    const submit = vi.fn(async () => undefined);
    form(submit);
    type('Họ và tên', 'Y Bảo Niê');
    type('Ngày sinh', '31/2/1990');
    fireEvent.blur(field('Ngày sinh'));
    expect(await screen.findByText(/Tháng 2 năm 1990 không có ngày 31\./)).toBeTruthy();
    expect(field('Ngày sinh').value).toBe('31/2/1990');
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(submit).not.toHaveBeenCalled();
  });

  it('reads money, counts and scores as people write them', async () => {
    const submit = vi.fn(async (_values: Values) => undefined);
    form(submit);
    type('Họ và tên', 'Y Bảo Niê');
    type('Số tiền', '181.000.000');
    type('Số người', '1 484');
    type('Điểm', '33,5');
    fireEvent.blur(field('Số người'));
    expect(field('Số người').value).toBe('1.484');
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() =>
      expect(submit.mock.lastCall?.[0]).toMatchObject({ money: 181_000_000, people: 1484, score: 33.5 }),
    );
  });

  it('refuses a count over its limit with both numbers', async () => {
    form(async () => undefined);
    type('Số người', '2310');
    fireEvent.blur(field('Số người'));
    expect(await screen.findByText('2.310 lớn hơn 2.178. Sửa số này.')).toBeTruthy();
  });
});

describe('saving', () => {
  it('puts the errors of the core on their fields', async () => {
    form(async () => {
      throw new OpError({
        code: 'CARD_TAKEN',
        messageKey: 'errors.CARD_TAKEN',
        fields: { name: 'CARD_TAKEN' },
        details: { value: 'CD1322406', name: 'Nguyễn Thị Hoa', year: '1989' },
        requestId: 'x',
      });
    });
    fireEvent.input(field('Họ và tên'), { target: { value: 'A' } });
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    expect(await screen.findByText(/Số thẻ CD1322406 đang là của Nguyễn Thị Hoa \(1989\)/)).toBeTruthy();
    expect(field('Họ và tên').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps an unsaved form as a draft and offers it again', async () => {
    const first = form(async () => undefined, 'members:7');
    fireEvent.input(field('Họ và tên'), { target: { value: 'Vàng A Chía' } });
    await waitFor(() => expect(localStorage.getItem('so.draft.members:7')).toContain('Vàng A Chía'));
    first.unmount();
    form(async () => undefined, 'members:7');
    expect(field('Họ và tên').value).toBe('');
    fireEvent.click(screen.getByText('Mở tiếp'));
    expect(field('Họ và tên').value).toBe('Vàng A Chía');
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(localStorage.getItem('so.draft.members:7')).toBeNull());
  });

  it('finds a choice by typing without tones', async () => {
    show(
      <RecordForm draftKey={null} initial={{}} onSubmit={async () => undefined}>
        <SelectField
          name="unit"
          label="Khoa"
          options={['Khám bệnh', 'Nội', 'Ngoại', 'Phụ sản', 'Nhi', 'Dược', 'Xét nghiệm', 'Điều dưỡng'].map(
            (label, value) => ({ value, label }),
          )}
        />
      </RecordForm>,
    );
    const box = screen.getByLabelText('Khoa');
    fireEvent.mouseDown(box);
    fireEvent.input(box, { target: { value: 'dieu d' } });
    await waitFor(() => expect(document.querySelectorAll('.ant-select-item-option').length).toBe(1));
    expect(document.querySelector('.ant-select-item-option')?.textContent).toContain('Điều dưỡng');
  });
});
