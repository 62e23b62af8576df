/** Screen state shared by the whole window: what can be undone, notices, the privacy shield. */
import { create } from 'zustand';
import type { UndoStep } from '../../shared/contract/errors';
import { invokeAny, sentenceOf } from './client';
import { currentText } from './i18n';

export interface Notice {
  id: number;
  kind: 'done' | 'error';
  text: string;
  /** Present when the notice offers to take the action back. */
  undo?: UndoEntry;
  /** Short code for support. */
  code?: string;
}
export interface UndoEntry {
  id: number;
  /** What was done, past tense. */
  label: string;
  step: UndoStep;
  /** The record's states this step leads between, when the step names a record and its version. */
  between?: { record: string; from: number; to: number };
}

let nextId = 1;

interface NoticeState {
  notices: readonly Notice[];
  /** Says something in the dark bar and the live region. The newest replaces older ones. */
  say(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
}
export const useNotices = create<NoticeState>((set) => ({
  notices: [],
  say: (notice) => set({ notices: [{ ...notice, id: nextId++ }] }),
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
}));

interface UndoState {
  done: readonly UndoEntry[];
  undone: readonly UndoEntry[];
  busy: boolean;
  push(label: string, step: UndoStep): UndoEntry;
  undo(entry?: UndoEntry): Promise<void>;
  redo(): Promise<void>;
}

/** Oldest steps are forgotten beyond this many. */
const DEPTH = 100;

export const useUndo = create<UndoState>((set, get) => ({
  done: [],
  undone: [],
  busy: false,
  push(label, step) {
    const entry = entryOf(label, step);
    set((state) => ({ done: [...state.done, entry].slice(-DEPTH), undone: [] }));
    return entry;
  },
  async undo(entry) {
    if (!entry) await answered();
    const step = entry ?? get().done.at(-1);
    if (!step || get().busy || !get().done.includes(step)) return;
    await turn(step, 'app.undone', 'done', 'undone');
  },
  async redo() {
    const step = get().undone.at(-1);
    if (!step || get().busy) return;
    await turn(step, 'app.redone', 'undone', 'done');
  },
}));

/** Resolves when no command is under way: what is being written is the last thing done, and is taken back first. */
async function answered(): Promise<void> {
  if (usePending.getState().count > 0)
    await new Promise<void>((resolve) => {
      const stop = usePending.subscribe(({ count }) => {
        if (count > 0) return;
        stop();
        resolve();
      });
    });
  // What was answered is put among the steps in the same turn.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function entryOf(label: string, step: UndoStep): UndoEntry {
  const { id, version } = (step.input ?? {}) as { id?: unknown; version?: unknown };
  if (typeof id !== 'number' || typeof version !== 'number') return { id: nextId++, label, step };
  const record = `${step.operation.split('.')[0]}:${id}`;
  return { id: nextId++, label, step, between: { record, from: version, to: version - 1 } };
}

type Side = 'done' | 'undone';

/** Plays a step of one side and puts what takes it back on the other; a failed step stays where it was. */
async function turn(entry: UndoEntry, key: 'app.undone' | 'app.redone', from: Side, to: Side): Promise<void> {
  const { say } = useNotices.getState();
  useUndo.setState({ busy: true });
  try {
    const reply = await invokeAny(entry.step.operation, entry.step.input);
    useUndo.setState((state) => {
      const left = state[from].filter((one) => one.id !== entry.id);
      const back = reply.undo ? [{ ...entry, id: nextId++, step: reply.undo, ...reversed(entry) }] : [];
      const version = (reply.data as { version?: unknown } | null)?.version;
      const moved = (entries: readonly UndoEntry[]) => rebased(entries, entry, version);
      return { busy: false, [from]: moved(left), [to]: [...moved(state[to]), ...back] };
    });
    say({ kind: 'done', text: currentText()(key, { what: entry.label }) });
  } catch (error) {
    useUndo.setState({ busy: false });
    say({ kind: 'error', text: sentenceOf(error) });
  }
}

function reversed({ between }: UndoEntry): Pick<UndoEntry, 'between'> {
  return between ? { between: { record: between.record, from: between.to, to: between.from } } : {};
}

/** A replayed state has a new version: steps that start from that state are told, or they would be refused as stale. */
function rebased(entries: readonly UndoEntry[], played: UndoEntry, version: unknown): UndoEntry[] {
  const { between } = played;
  return entries.map((entry) => {
    if (!between || typeof version !== 'number') return entry;
    if (entry.between?.record !== between.record || entry.between.from !== between.to) return entry;
    return { ...entry, step: { ...entry.step, input: { ...(entry.step.input as object), version } } };
  });
}

const SHIELD = 'so.prefs.shield';

function readShield(): boolean {
  try {
    return localStorage.getItem(SHIELD) === 'true';
  } catch {
    return false;
  }
}

/** Covers every private value on screen (F9) until it is switched off, over restarts too. */
export const useShield = create<{ on: boolean; toggle(): void }>((set, get) => ({
  on: readShield(),
  toggle: () => {
    const on = !get().on;
    set({ on });
    try {
      localStorage.setItem(SHIELD, String(on));
    } catch {
      // Storage refused: the shield holds until the window closes.
    }
  },
}));

/** Commands that have been sent and not yet answered; the foot of the navigation shows it. */
export const usePending = create<{ count: number; add(change: number): void }>((set) => ({
  count: 0,
  add: (change) => set((state) => ({ count: state.count + change })),
}));
