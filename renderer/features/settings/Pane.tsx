import type { ReactNode } from 'react';

/** The body of one part of the settings, with an optional column at its right. */
export function Pane({ title, children, side }: { title: string; children: ReactNode; side?: ReactNode }) {
  return (
    <>
      <section className="so-pane" aria-label={title}>
        {children}
      </section>
      {side && <aside className="so-pane__side">{side}</aside>}
    </>
  );
}
