// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Person, PersonField } from '../../renderer/features/organisation/committees/PersonField';
import { RecordForm } from '../../renderer/ui';
import { fakeCore, show } from './helpers';

interface Values {
  person: Person | null;
}
const HOA = { id: 7, fullName: 'Nguyễn Thị Hoa', givenName: 'Hoa', birthDate: '1989', department: null };

function form() {
  fakeCore({
    'members.suggest': ({ search }: { search: string }) => ({
      ok: true,
      data: { rows: search.startsWith('hoa') ? [HOA] : [] },
    }),
  });
  const onSubmit = vi.fn(async () => undefined);
  show(
    <RecordForm<Values> draftKey={null} initial={{ person: null }} onSubmit={onSubmit}>
      <PersonField name="person" label="Người nhận tiền" />
    </RecordForm>,
  );
  const input = screen.getByLabelText('Người nhận tiền') as HTMLInputElement;
  return { input, onSubmit };
}
const type = (input: HTMLInputElement, value: string) => fireEvent.change(input, { target: { value } });
const enter = (input: HTMLInputElement) => fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 });
const save = () => fireEvent.click(screen.getByRole('button', { name: /Lưu/ }));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test('Enter before the matches are here takes the member when they come', async () => {
  const { input, onSubmit } = form();
  type(input, 'hoa');
  enter(input);
  await waitFor(() => expect(input.value).toBe('Nguyễn Thị Hoa'));
  save();
  await waitFor(() =>
    expect(onSubmit).toHaveBeenCalledWith({ person: { memberId: 7, name: 'Nguyễn Thị Hoa' } }),
  );
});

test('Enter before nobody is found keeps the typed name of somebody from outside', async () => {
  const { input, onSubmit } = form();
  type(input, 'Cửa hàng Minh Tâm');
  enter(input);
  save();
  await waitFor(() =>
    expect(onSubmit).toHaveBeenCalledWith({ person: { memberId: null, name: 'Cửa hàng Minh Tâm' } }),
  );
  expect(input.value).toBe('Cửa hàng Minh Tâm');
});

test('matches of an older text are never taken for what is typed now', async () => {
  const { input, onSubmit } = form();
  type(input, 'hoa');
  await waitFor(() => expect(screen.getByText('Nguyễn Thị Hoa')).toBeDefined());
  type(input, 'Cửa hàng Hoa Tươi');
  enter(input);
  await waitFor(() => expect(screen.queryByText('Nguyễn Thị Hoa')).toBeNull());
  save();
  await waitFor(() =>
    expect(onSubmit).toHaveBeenCalledWith({ person: { memberId: null, name: 'Cửa hàng Hoa Tươi' } }),
  );
});
