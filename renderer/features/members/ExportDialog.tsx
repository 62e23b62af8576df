import { Radio } from 'antd';
import { useState } from 'react';
import { saveFile, useJobOp, useText } from '../../client';
import type { MemberFilter } from './filter';
import { ColumnBoxes } from './papers/ColumnBoxes';
import { PaperDialog } from './papers/PaperDialog';
import { useColumnChoice } from './papers/useColumnChoice';

const NO_COLUMNS: readonly string[] = [];

/** Chooses columns and kind of file, then writes it with progress. Private columns are off until ticked. */
export function ExportDialog({
  filter,
  count,
  columns: shown = NO_COLUMNS,
  onClose,
}: {
  filter: MemberFilter & { search?: string };
  count: number;
  /** Keys of the columns of the list, in its order. */
  columns?: readonly string[];
  onClose(): void;
}) {
  const t = useText();
  const choice = useColumnChoice();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [separator, setSeparator] = useState<';' | ','>(';');
  const job = useJobOp('members.exportList', { done: () => t('memberPapers.export.done', { count }) });
  const run = async () => {
    const file = await job.run({
      ...filter,
      columns: [...choice.columns],
      format,
      separator,
      purpose: choice.asksPurpose ? choice.purpose : null,
    });
    if (file) await saveFile(file);
    onClose();
  };
  return (
    <PaperDialog
      title={t('memberPapers.export.title')}
      running={t('memberPapers.export.running')}
      job={job}
      blocked={choice.blocked}
      main={{
        label: t('memberPapers.export.save', { count }),
        onClick: () => void run().catch(() => undefined),
      }}
      onClose={onClose}
    >
      <div className="so-papers-form">
        <div className="so-papers-pair">
          <fieldset className="so-papers-choice">
            <legend>{t('memberPapers.export.format')}</legend>
            <Radio.Group
              value={format}
              onChange={(event) => setFormat(event.target.value)}
              options={[
                { value: 'xlsx', label: t('memberPapers.export.xlsx') },
                { value: 'csv', label: t('memberPapers.export.csv') },
              ]}
            />
          </fieldset>
          {format === 'csv' && (
            <fieldset className="so-papers-choice">
              <legend>{t('memberPapers.export.separator')}</legend>
              <Radio.Group
                value={separator}
                onChange={(event) => setSeparator(event.target.value)}
                options={[
                  { value: ';', label: t('memberPapers.export.semicolon') },
                  { value: ',', label: t('memberPapers.export.comma') },
                ]}
              />
            </fieldset>
          )}
        </div>
        {format === 'csv' && <p className="so-caption">{t('memberPapers.export.csvHint')}</p>}
        <ColumnBoxes choice={choice} shown={shown} />
      </div>
    </PaperDialog>
  );
}
