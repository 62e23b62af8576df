/** The review as Word, PDF or Excel. */
import { Button, Dropdown } from 'antd';
import { ChevronDown, FileOutput } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { saveFile, useJobOp, useText } from '../../client';
import { Icon, ProgressPanel } from '../../ui';

export function ExportMenu({ id, year }: { id: number; year: number }) {
  const t = useText();
  const navigate = useNavigate();
  const docx = useJobOp('review.exportDocx');
  const pdf = useJobOp('review.exportPdf');
  const xlsx = useJobOp('review.exportXlsx');
  const evidence = useJobOp('review.exportEvidence');
  const running = docx.running || pdf.running || xlsx.running || evidence.running;
  const make = async (job: typeof docx | typeof pdf | typeof xlsx | typeof evidence) => {
    const file = await job.run({ id }).catch(() => null);
    if (file) await saveFile(file);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'docx', label: t('review.exportDocx'), onClick: () => void make(docx) },
            { key: 'pdf', label: t('review.exportPdf'), onClick: () => void make(pdf) },
            { key: 'xlsx', label: t('review.exportXlsx'), onClick: () => void make(xlsx) },
            { key: 'evidence', label: t('reviewWork.export.evidence'), onClick: () => void make(evidence) },
            { key: 'pack', label: t('yearEnd.open'), onClick: () => navigate(`/year-end?year=${year}`) },
          ],
        }}
      >
        <Button loading={running} icon={<Icon of={FileOutput} />} aria-haspopup="menu">
          {t('review.export')}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </Dropdown>
      {evidence.running && (
        <ProgressPanel
          title={t('reviewWork.export.working')}
          progress={evidence.progress}
          onStop={evidence.cancel}
          stopping={evidence.stopping}
        />
      )}
    </>
  );
}
