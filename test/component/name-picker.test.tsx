// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Candidate, NamePicker } from '../../renderer/ui';

const PEOPLE: Candidate[] = [
  { memberId: 1, fullName: 'Nguyễn Thị Hoa', facts: '1989' },
  { memberId: 2, fullName: 'Lê Hoá', facts: '1990' },
];

function show() {
  const onPick = vi.fn();
  const onBack = vi.fn();
  render(
    <NamePicker
      label="Trừ"
      placeholder=""
      find={async () => PEOPLE}
      onPick={onPick}
      onBack={onBack}
      withReason
    />,
  );
  return { onPick, onBack, input: screen.getByRole('combobox') as HTMLInputElement };
}
const type = (input: HTMLInputElement, value: string) => fireEvent.change(input, { target: { value } });
afterEach(cleanup);

test('Enter takes the best match and what follows a comma is the reason', async () => {
  const { onPick, input } = show();
  type(input, 'hoa, ốm');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onPick).toHaveBeenCalledWith(PEOPLE[0], 'ốm');
  expect(input.value).toBe('');
});

test('arrows choose another', async () => {
  const { onPick, input } = show();
  type(input, 'hoa');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  fireEvent.keyDown(input, { key: 'ArrowDown' });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onPick).toHaveBeenCalledWith(PEOPLE[1], null);
});

test('Enter that ends a composed syllable takes nobody', async () => {
  const { onPick, input } = show();
  type(input, 'hoa');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
  expect(onPick).not.toHaveBeenCalled();
  expect(input.value).toBe('hoa');
});

test('Enter before the matches are here takes the best of them when they come', async () => {
  const { onPick, input } = show();
  type(input, 'hoa, ốm');
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onPick).not.toHaveBeenCalled();
  await waitFor(() => expect(onPick).toHaveBeenCalledExactlyOnceWith(PEOPLE[0], 'ốm'));
  expect(input.value).toBe('');
});

test('Enter that was waiting is forgotten when typing goes on', async () => {
  const { onPick, input } = show();
  type(input, 'hoa');
  fireEvent.keyDown(input, { key: 'Enter' });
  type(input, 'hoan');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  expect(onPick).not.toHaveBeenCalled();
});

test('Backspace in the empty field takes the last off', () => {
  const { onBack, input } = show();
  fireEvent.keyDown(input, { key: 'Backspace' });
  expect(onBack).toHaveBeenCalledOnce();
});
