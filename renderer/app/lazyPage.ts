import { type ComponentType, lazy } from 'react';

const made = new Map<unknown, ComponentType<never>>();

/** A page loaded when it is first shown; the same loader always gives the same component. */
export function lazyPage<P>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  const known = made.get(load) as ComponentType<P> | undefined;
  if (known) return known;
  const page = lazy(load as never) as unknown as ComponentType<P>;
  made.set(load, page as ComponentType<never>);
  return page;
}
