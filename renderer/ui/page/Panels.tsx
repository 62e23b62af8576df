/** A quick look at one row beside the list (SidePanel), or evidence and figures over it (Drawer). */
import { Drawer as AntDrawer } from 'antd';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../client/i18n';
import { IconButton } from '../parts/Actions';
import { Covered, usePrivateLabels } from '../parts/Covered';

export interface SidePanelProps {
  title: ReactNode;
  /** Grey line under the title. */
  facts?: ReactNode;
  lead?: ReactNode;
  onClose?(): void;
  children: ReactNode;
  /** Label for readers. */
  label?: string;
  /** Fixed at the panel's foot. */
  footer?: ReactNode;
  width?: 'normal' | 'wide';
}

/** 306 px (wide: 386 px); does not cover the list, except in windows under 1.100 px. */
export function SidePanel({
  title,
  facts,
  lead,
  onClose,
  children,
  label,
  footer,
  width = 'normal',
}: SidePanelProps) {
  const t = useText();
  return (
    <aside className={`so-side so-side--${width}`} aria-label={label ?? t('ui.sidePanel')} tabIndex={-1}>
      <div className="so-side__head">
        {lead}
        <div className="so-side__words">
          <h2>{title}</h2>
          {facts && <div className="so-caption">{facts}</div>}
        </div>
        {onClose && <IconButton icon={X} label={t('ui.close')} keys="Esc" onClick={onClose} size="small" />}
      </div>
      <div className="so-side__body">{children}</div>
      {footer && <div className="so-side__foot">{footer}</div>}
    </aside>
  );
}

export interface DrawerProps {
  open: boolean;
  onClose(): void;
  title: ReactNode;
  facts?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** px; 386 unless told. */
  width?: number;
}

/** Slides over the right of the sheet; Esc closes it and focus goes back to what opened it. */
export function Drawer({ open, onClose, title, facts, children, footer, width = 386 }: DrawerProps) {
  const t = useText();
  return (
    <AntDrawer
      open={open}
      onClose={onClose}
      size={width}
      placement="right"
      closable={false}
      title={
        <div className="so-drawer__title">
          <div>
            {facts && <div className="so-caption">{facts}</div>}
            <h2>{title}</h2>
          </div>
          <IconButton icon={X} label={t('ui.close')} keys="Esc" onClick={onClose} size="small" />
        </div>
      }
      footer={footer}
      autoFocus={false}
      destroyOnHidden
    >
      <TakeFocus />
      {children}
    </AntDrawer>
  );
}

/** A drawer that opens gives the focus to its field that asks for it, else to the panel. */
function TakeFocus() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const panel = mark.current?.closest<HTMLElement>('[role="dialog"]');
    if (!panel || panel.contains(document.activeElement)) return;
    const field = panel.querySelector<HTMLElement>('[data-first] :is(input, textarea)');
    (field ?? panel).focus({ preventScroll: true });
  }, []);
  return <span ref={mark} hidden />;
}

/** Label and value pairs of a panel or page, in two columns. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  const covered = usePrivateLabels();
  return (
    <dl className="so-facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{covered.has(item.label) ? <Covered>{item.value ?? ''}</Covered> : (item.value ?? '')}</dd>
        </div>
      ))}
    </dl>
  );
}
