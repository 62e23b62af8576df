/**
 * What the core refuses because the screen is locked waits here and is asked again once it is open: a form that was being
 * saved is saved, a page keeps what it shows.
 */
import { create } from 'zustand';

/** Closed from the first refusal until somebody is let in. */
export const useDoor = create<{ closed: boolean; set(closed: boolean): void }>((set) => ({
  closed: false,
  set: (closed) => set({ closed }),
}));

/** Resolves when the door is open. */
export function doorOpened(): Promise<void> {
  useDoor.getState().set(true);
  return new Promise((resolve) => {
    const stop = useDoor.subscribe(({ closed }) => {
      if (closed) return;
      stop();
      resolve();
    });
  });
}
