import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bridge, useBridgeForTest as putBridge, readLines } from '../../renderer/client/bridge';
import { invoke, OpError, sentenceOf, supportCode } from '../../renderer/client/client';
import { currentText } from '../../renderer/client/i18n';
import { usePrefs } from '../../renderer/client/prefs';
import { applyEvent, createQueries, isTouched } from '../../renderer/client/queries';
import { useNotices, useUndo } from '../../renderer/client/stores';
import type { Envelope } from '../../shared/contract/errors';

/** A record with a version, as the core keeps it: an update at the wrong version is refused. */
function recordCore() {
  const record = { version: 1, name: 'một' };
  const update = (input: { id: number; version: number; name: string }): Envelope<unknown> => {
    if (input.version !== record.version)
      return {
        ok: false,
        error: { code: 'VERSION_CONFLICT', messageKey: 'errors.VERSION_CONFLICT', requestId: 'r' },
      };
    const before = record.name;
    record.name = input.name;
    record.version += 1;
    return {
      ok: true,
      data: { id: 1, version: record.version },
      undo: { operation: 'members.update', input: { id: 1, version: record.version, name: before } },
    };
  };
  putBridge({
    host: 'desktop',
    on: () => () => undefined,
    invoke: async ({ input }) => update(input as never),
  });
  const edit = (name: string) => {
    const reply = update({ id: 1, version: record.version, name });
    if (reply.ok && reply.undo) useUndo.getState().push(`Đã sửa thành ${name}`, reply.undo);
  };
  return { record, edit };
}

beforeEach(() => {
  useUndo.setState({ done: [], undone: [], busy: false });
  useNotices.setState({ notices: [] });
});
afterEach(() => {
  putBridge(undefined);
  usePrefs.setState({ language: 'vi' });
});

describe('undo and redo', () => {
  it('steps back through several edits of one record and forth again', async () => {
    const { record, edit } = recordCore();
    edit('hai');
    edit('ba');
    edit('bốn');
    const { undo, redo } = useUndo.getState();
    const seen: string[] = [];
    for (const step of [undo, undo, undo, redo, redo, undo, redo, redo]) {
      await step();
      seen.push(record.name);
    }
    expect(seen).toEqual(['ba', 'hai', 'một', 'hai', 'ba', 'hai', 'ba', 'bốn']);
    expect(useNotices.getState().notices.every((notice) => notice.kind === 'done')).toBe(true);
  });

  it('keeps a step that was refused, and says why', async () => {
    const { record, edit } = recordCore();
    edit('hai');
    record.version = 9;
    await useUndo.getState().undo();
    expect(useUndo.getState().done).toHaveLength(1);
    expect(useNotices.getState().notices[0]).toMatchObject({ kind: 'error' });
  });

  it('forgets what was undone once something new is done', async () => {
    const { edit } = recordCore();
    edit('hai');
    await useUndo.getState().undo();
    expect(useUndo.getState().undone).toHaveLength(1);
    edit('ba');
    expect(useUndo.getState().undone).toHaveLength(0);
  });
});

describe('the client', () => {
  it('turns a refusal into an error with its sentence in the chosen language', async () => {
    putBridge({
      host: 'desktop',
      on: () => () => undefined,
      invoke: async () => ({
        ok: false,
        error: { code: 'NOT_FOUND', messageKey: 'errors.NOT_FOUND', requestId: 'abc' },
      }),
    });
    const error = await invoke('settings.get', {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OpError);
    expect(sentenceOf(error)).toMatch(/^Không thấy hồ sơ này nữa/);
    expect(supportCode(error)).toBe('');
    usePrefs.setState({ language: 'en' });
    expect(sentenceOf(error, currentText())).toMatch(/^This record is no longer there/);
  });

  it('knows which answers an event makes stale', () => {
    expect(isTouched('members.list', ['members'])).toBe(true);
    expect(isTouched('members.list', ['events'])).toBe(false);
    expect(isTouched('dashboard.get', ['events'])).toBe(true);
    expect(isTouched('trash.list', ['members'])).toBe(true);
    expect(isTouched('rescue.state', ['backup'])).toBe(true);
  });

  it('refetches only what was touched', () => {
    const queries = createQueries();
    queries.setQueryData(['members.list', {}], 1);
    queries.setQueryData(['events.list', {}], 1);
    applyEvent(queries, { type: 'changed', areas: ['members'] });
    const stale = (name: string) => queries.getQueryState([name, {}])?.isInvalidated;
    expect([stale('members.list'), stale('events.list')]).toEqual([true, false]);
    applyEvent(queries, { type: 'state', state: 'ready' });
    expect(stale('events.list')).toBe(true);
  });

  it('reads once more what was being read for the first time when a change came', async () => {
    const queries = createQueries();
    let stored = 'before';
    const replies: (() => void)[] = [];
    const queryFn = () => {
      const read = stored;
      return new Promise<string>((resolve) => replies.push(() => resolve(read)));
    };
    const observer = new QueryObserver(queries, { queryKey: ['members.list', {}], queryFn });
    const stop = observer.subscribe(() => undefined);
    stored = 'after';
    applyEvent(queries, { type: 'changed', areas: ['members'] });
    replies[0]?.();
    await vi.waitFor(() => expect(replies).toHaveLength(2));
    replies[1]?.();
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('after'));
    stop();
  });

  it('puts streamed lines together whatever the pieces', async () => {
    const text = '{"a":"Đường"}\n\n{"b":2}\n{"c":3}';
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const lines: string[] = [];
    await readLines(body, (line) => lines.push(line));
    expect(lines).toEqual(['{"a":"Đường"}', '{"b":2}']);
  });

  it('reads everything again when the stream opens after the first answers: a change between was told to nobody', async () => {
    let open: (reply: Response) => void = () => undefined;
    const stream = new Promise<Response>((resolve) => {
      open = resolve;
    });
    vi.stubGlobal('window', {});
    vi.stubGlobal('fetch', (address: string) =>
      address === './api/events' ? stream : Promise.resolve(new Response('{"ok":true,"data":1}')),
    );
    putBridge(undefined);
    const told: string[] = [];
    const stop = bridge().on((event) => told.push(event.type));
    await bridge().invoke({ operation: 'settings.get', input: {} });
    expect(told).toEqual([]);
    stop();
    bridge().on((event) => told.push(event.type));
    open(new Response(new ReadableStream({ start: () => undefined })));
    await vi.waitFor(() => expect(told).toEqual(['state']));
    vi.unstubAllGlobals();
  });

  it('counts in both languages', () => {
    const t = currentText();
    expect(t('ui.table.rows', { count: 1 })).toBe('1 dòng');
    usePrefs.setState({ language: 'en' });
    expect(currentText()('ui.table.rows', { count: 1 })).toBe('1 row');
    expect(currentText()('ui.table.rows', { count: 2 })).toBe('2 rows');
    expect(currentText().any('no.such.key')).toBe('');
    vi.restoreAllMocks();
  });
});
