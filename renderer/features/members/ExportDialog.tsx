import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { saveFile, useJobOp, useText } from '../../client';
import { ProgressPanel } from '../../ui';
import type { MemberFilter } from './filter';

const OPEN_COLUMNS = [
  'fullName',
  'gender',
  'birthDate',
  'department',
  'group',
  'jobTitle',
  'position',
  'unionPosition',
  'contractType',
  'hireDate',
  'education',
  'unionJoinDate',
  'cardNo',
  'phone',
  'email',
  'address',
  'hometown',
  'status',
  'note',
] as const;
const PRIVATE_COLUMNS = [
  'idNumber',
  'idDate',
  'idPlace',
  'isParty',
  'partyDate',
  'politicalTheory',
  'ethnicity',
  'religion',
  'salaryCoefficient',
] as const;
const USUAL = [
  'fullName',
  'gender',
  'birthDate',
  'department',
  'group',
  'jobTitle',
  'unionPosition',
  'unionJoinDate',
  'cardNo',
  'phone',
  'note',
];

/** Chooses the columns, then writes the workbook with progress. Private columns are off until ticked. */
export function ExportDialog({
  filter,
  count,
  onClose,
}: {
  filter: MemberFilter & { search?: string };
  count: number;
  /** Keys of the columns of the list, in its order. */
  columns?: readonly string[];
  onClose(): void;
}) {
  const t = useText();
  const [columns, setColumns] = useState<string[]>(USUAL);
  const job = useJobOp('members.exportList', { done: () => t('members.exported', { count }) });
  const run = async () => {
    const file = await job.run({ ...filter, columns });
    if (file) await saveFile(file);
    onClose();
  };
  const boxes = (keys: readonly (typeof OPEN_COLUMNS | typeof PRIVATE_COLUMNS)[number][]) => (
    <div className="so-members-columns">
      {keys.map((key) => (
        <Checkbox
          key={key}
          checked={columns.includes(key)}
          disabled={key === 'fullName'}
          onChange={(event) =>
            setColumns((old) => (event.target.checked ? [...old, key] : old.filter((one) => one !== key)))
          }
        >
          {t(`members.field.${key}`)}
        </Checkbox>
      ))}
    </div>
  );
  return (
    <Modal
      open
      title={t('members.exportDialog.title')}
      onCancel={onClose}
      okText={t('members.exportDialog.save', { count })}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: job.running || columns.length === 0 }}
      onOk={() => void run().catch(() => undefined)}
      width={640}
    >
      {job.running && job.progress ? (
        <ProgressPanel
          title={t('members.exportDialog.running')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      ) : (
        <>
          <p className="so-muted">{t('members.exportDialog.body', { count })}</p>
          {boxes(OPEN_COLUMNS as never)}
          <h3 className="so-members-columns__head">{t('members.section.sensitive')}</h3>
          {boxes(PRIVATE_COLUMNS as never)}
        </>
      )}
    </Modal>
  );
}
