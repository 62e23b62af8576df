import { Button, Modal } from 'antd';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JobProgress } from '../../../client';
import { useText } from '../../../client';
import { Icon, ProgressPanel } from '../../../ui';
import './papers.css';

export interface PaperJob {
  progress: JobProgress | null;
  running: boolean;
  stopping: boolean;
  cancel(): void;
}

/** A dialog that makes a file: what to choose, then progress; one main button and, for papers, one to save. */
export function PaperDialog(props: {
  title: string;
  running: string;
  job: PaperJob;
  /** What is missing; disables the buttons and is the text of the main one. */
  blocked?: string | undefined;
  main: { label: string; onClick(): void; prints?: boolean };
  save?: { label: string; onClick(): void };
  width?: number;
  onClose(): void;
  children: ReactNode;
}) {
  const t = useText();
  const { job, blocked, main, save } = props;
  const off = Boolean(blocked) || job.running;
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      width={props.width ?? 680}
      centered
      className="so-papers-dialog"
      footer={
        <div className="so-row so-dialog__foot">
          <Button type="text" onClick={props.onClose}>
            {t('ui.cancel')}
          </Button>
          {save && (
            <Button onClick={save.onClick} disabled={off}>
              {save.label}
            </Button>
          )}
          <Button
            type="primary"
            onClick={main.onClick}
            disabled={off}
            icon={main.prints ? <Icon of={Printer} /> : undefined}
          >
            {blocked ?? main.label}
          </Button>
        </div>
      }
    >
      {job.running && job.progress ? (
        <ProgressPanel
          title={props.running}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      ) : (
        props.children
      )}
    </Modal>
  );
}
