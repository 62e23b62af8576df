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
    const entry = { id: nextId++, label, step };
    set((state) => ({ done: [...state.done, entry].slice(-DEPTH), undone: [] }));
    return entry;
  },
  async undo(entry) {
    const step = entry ?? get().done.at(-1);
    if (!step || get().busy || !get().done.includes(step)) return;
    set({ busy: true });
    const back = await play(step, 'app.undone');
    set((state) => ({
      busy: false,
      done: back === 'failed' ? state.done : state.done.filter((one) => one.id !== step.id),
      undone: back === 'failed' || !back ? state.undone : [...state.undone, back],
    }));
  },
  async redo() {
    const step = get().undone.at(-1);
    if (!step || get().busy) return;
    set({ busy: true });
    const back = await play(step, 'app.redone');
    set((state) => ({
      busy: false,
      undone: back === 'failed' ? state.undone : state.undone.filter((one) => one.id !== step.id),
      done: back === 'failed' || !back ? state.done : [...state.done, back],
    }));
  },
}));

/** Runs the step; answers the entry that takes it back again, undefined if there is none. */
async function play(
  entry: UndoEntry,
  key: 'app.undone' | 'app.redone',
): Promise<UndoEntry | undefined | 'failed'> {
  const { say } = useNotices.getState();
  try {
    const reply = await invokeAny(entry.step.operation, entry.step.input);
    say({ kind: 'done', text: currentText()(key, { what: entry.label }) });
    return reply.undo ? { id: nextId++, label: entry.label, step: reply.undo } : undefined;
  } catch (error) {
    say({ kind: 'error', text: sentenceOf(error) });
    return 'failed';
  }
}

/** Covers every sensitive value on screen (F9). */
export const useShield = create<{ on: boolean; toggle(): void }>((set) => ({
  on: false,
  toggle: () => set((state) => ({ on: !state.on })),
}));

/** Commands that have been sent and not yet answered; the foot of the navigation shows it. */
export const usePending = create<{ count: number; add(change: number): void }>((set) => ({
  count: 0,
  add: (change) => set((state) => ({ count: state.count + change })),
}));
