/**
 * A question that must be answered now, only for what fixes a paper or touches everything (Ban hành, Chốt, quay về
 * bản sao). Its button repeats the verb and the count. Everything else is undone instead.
 */
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../client/i18n';

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Verb and count: "Ban hành 76 giấy khen". */
  confirmLabel: string;
  onConfirm(): void;
  onCancel(): void;
  running?: boolean;
  /** What is still missing; disables the button and is its text. */
  blocked?: string | undefined;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText();
  const { open, title, children, confirmLabel, onConfirm, onCancel, running = false, blocked } = props;
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onCancel}
      closable={false}
      width={460}
      destroyOnHidden
      footer={
        <div className="so-row so-dialog__foot">
          <Button type="text" onClick={onCancel} disabled={running}>
            {t('ui.cancel')}
          </Button>
          <Button type="primary" onClick={onConfirm} loading={running} disabled={Boolean(blocked)}>
            {blocked ?? confirmLabel}
          </Button>
        </div>
      }
    >
      {children}
    </Modal>
  );
}
