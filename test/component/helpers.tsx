/** Puts parts of the kit on a test page: providers, and the few browser features jsdom lacks. */
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import type { Bridge } from '../../renderer/client/bridge';
import { useBridgeForTest as putBridge } from '../../renderer/client/bridge';
import { createQueries } from '../../renderer/client/queries';
import { ThemeProvider } from '../../renderer/ui';
import type { Envelope } from '../../shared/contract/errors';

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= Observer as never;
globalThis.IntersectionObserver ??= Observer as never;
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
})) as never;
Element.prototype.scrollTo ??= (() => undefined) as never;
for (const [name, value] of [
  ['offsetHeight', 600],
  ['offsetWidth', 1000],
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const)
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });

export function show(part: ReactElement) {
  return render(
    <QueryClientProvider client={createQueries()}>
      <ThemeProvider>
        <MemoryRouter>{part}</MemoryRouter>
      </ThemeProvider>
    </QueryClientProvider>,
  );
}

/** A core that answers from a table of functions; unknown operations fail loudly. */
export function fakeCore(answers: Record<string, (input: never) => Envelope<unknown>>) {
  const calls: { operation: string; input: unknown }[] = [];
  const bridge: Bridge = {
    host: 'desktop',
    on: () => () => undefined,
    async invoke({ operation, input }) {
      calls.push({ operation, input });
      const answer = answers[operation];
      if (!answer) throw new Error(`no answer for ${operation}`);
      return answer(input as never);
    },
  };
  putBridge(bridge);
  return { calls };
}

const setNative = (input: HTMLInputElement | HTMLTextAreaElement, value: string) =>
  fireEvent.input(input, { target: { value } });

/** One state of the field at a time, as an input method composes it; answers the states the field showed. */
export function compose(
  input: HTMLInputElement | HTMLTextAreaElement,
  base: string,
  states: readonly string[],
) {
  const shown: string[] = [];
  fireEvent.keyDown(input, { key: 'Process', keyCode: 229, isComposing: false });
  fireEvent.compositionStart(input);
  for (const state of states) {
    fireEvent.keyDown(input, { key: 'Process', keyCode: 229, isComposing: true });
    fireEvent.compositionUpdate(input, { data: state });
    setNative(input, base + state);
    shown.push(input.value);
  }
  return {
    shown,
    end() {
      fireEvent.compositionEnd(input, { data: states.at(-1) ?? '' });
      return input.value;
    },
  };
}

/** Real keys: a letter, or Backspace and letters, as Unikey and EvKey send them. */
export function replay(input: HTMLInputElement | HTMLTextAreaElement, steps: readonly string[]) {
  const shown: string[] = [];
  for (const step of steps) {
    for (const key of step === '⌫' ? ['Backspace'] : [...step]) {
      const went = fireEvent.keyDown(input, { key, keyCode: key === 'Backspace' ? 8 : 65 });
      if (!went) throw new Error(`the field swallowed ${key}`);
      setNative(input, key === 'Backspace' ? input.value.slice(0, -1) : input.value + key);
      shown.push(input.value);
      fireEvent.keyUp(input, { key });
    }
  }
  return shown;
}
