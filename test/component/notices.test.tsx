// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNotices, useUndo } from '../../renderer/client';
import { Notices } from '../../renderer/ui';
import { fakeCore, show } from './helpers';

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ notices: [] });
  useUndo.setState({ done: [], undone: [], busy: false });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const offer = () =>
  act(() => {
    const undo = useUndo
      .getState()
      .push('Đã chuyển 3 đoàn viên vào thùng rác', { operation: 'members.restore', input: { ids: [1] } });
    useNotices.getState().say({ kind: 'done', text: undo.label, undo });
  });
const bar = () => document.querySelector('.so-notice');

describe('the notice of what was done', () => {
  it('goes by itself after ten seconds', () => {
    show(<Notices />);
    offer();
    act(() => void vi.advanceTimersByTime(9_900));
    expect(bar()).toBeTruthy();
    act(() => void vi.advanceTimersByTime(200));
    expect(bar()).toBeNull();
  });

  it('waits while it is pointed at', () => {
    show(<Notices />);
    offer();
    act(() => void vi.advanceTimersByTime(5_000));
    fireEvent.mouseEnter(bar() as Element);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(bar()).toBeTruthy();
    fireEvent.mouseLeave(bar() as Element);
    act(() => void vi.advanceTimersByTime(5_100));
    expect(bar()).toBeNull();
  });

  it('is said to those who listen, and takes the action back', async () => {
    const { calls } = fakeCore({ 'members.restore': () => ({ ok: true, data: { count: 1 } }) });
    show(<Notices />);
    offer();
    expect(screen.getByRole('status').textContent).toContain('Đã chuyển 3 đoàn viên');
    await act(async () => {
      fireEvent.click(screen.getByText('Hoàn tác'));
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(calls).toEqual([{ operation: 'members.restore', input: { ids: [1] } }]);
    expect(useUndo.getState().done).toEqual([]);
    expect(bar()?.textContent).toContain('Đã hoàn tác');
  });
});
