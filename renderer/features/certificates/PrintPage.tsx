/** Printing the certificates of a decision: the sheet beside the list, and what does not fit said before it prints. */
import { Printer, ScrollText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import {
  ErrorState,
  LoadingBars,
  Note,
  Page,
  ProgressPanel,
  useFormat,
  useSelection,
  useShortcuts,
} from '../../ui';
import './certificates.css';
import { CertificateDrawer } from './batch/CertificateDrawer';
import { useCeremonyMenu } from './batch/useCeremony';
import { CeremonyList } from './CeremonyList';
import { PrintOptions, useOptions } from './PrintOptions';
import { PrintOutcome, usePrinting } from './PrintOutcome';
import { SheetView } from './SheetView';

export type Batch = OutputOf<'certificates.get'>;

export default function PrintPage() {
  const t = useText();
  const decisionId = Number(useParams().id);
  const query = useQueryOp('certificates.get', { decisionId });
  if (query.data && query.data.rows.length > 0) return <LoadedBatch key={decisionId} batch={query.data} />;
  return (
    <Page title={t('certificates.title')} crumbs={[{ label: t('certificates.title'), to: '/certificates' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Note tone="warn" icon={ScrollText} title={t('certificates.empty')}>
          {t('certificates.emptyBody')}
        </Note>
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function LoadedBatch({ batch }: { batch: Batch }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [shownId, setShownId] = useState(batch.rows[0]?.id ?? 0);
  const ticks = useSelection();
  const options = useOptions();
  const chosen = batch.rows.filter((row) => ticks.has(row.id) && row.voidedOn === null).map((row) => row.id);
  const valid = batch.rows.filter((row) => row.voidedOn === null);
  const printed = chosen.length > 0 ? batch.rows.filter((row) => ticks.has(row.id)) : valid;
  const [opened, setOpened] = useState<number | null>(null);
  const ceremony = useCeremonyMenu(batch);
  const printing = usePrinting(batch, chosen, options.values);
  const shown = batch.rows.find((row) => row.id === shownId) ?? batch.rows[0];
  const firstProblem = printing.problems[0]?.recipientId;
  useEffect(() => {
    if (firstProblem !== undefined) setShownId(firstProblem);
  }, [firstProblem]);
  const print = () => void printing.print(false);
  useShortcuts({ 'Ctrl+P': print });
  const count = chosen.length || valid.length;
  const label =
    batch.status === 'draft'
      ? t('certificates.print.trialButton', { count })
      : chosen.length > 0
        ? t('certificates.print.some', { count })
        : t('certificates.print.all', { count });
  const form = t.language === 'en' ? (batch.formEn ?? batch.form) : batch.form;
  return (
    <Page
      fill
      title={t('certificates.print.title', {
        form,
        number: batch.number ?? t('certificates.print.noNumber'),
      })}
      crumbs={[{ label: t('certificates.title'), to: '/certificates' }]}
      facts={[
        format.date(batch.decidedOn),
        t('awards.certificates', { count: batch.rows.length, figure: format.count(batch.rows.length) }),
        batch.occasion,
      ]}
      actions={[
        {
          key: 'decision',
          label: t('certificates.print.openDecision'),
          onClick: () => navigate(`/awards/${batch.decisionId}`),
        },
      ]}
      more={ceremony.more}
      primary={{
        key: 'print',
        label,
        icon: Printer,
        keys: 'Ctrl P',
        running: printing.running,
        onClick: print,
      }}
    >
      <div className="so-cert-print">
        <CeremonyList
          batch={batch}
          ticks={ticks}
          shownId={shown?.id ?? 0}
          onShow={setShownId}
          problems={printing.problems}
        />
        {shown && (
          <SheetView
            batch={batch}
            shown={shown}
            options={options.values}
            onShow={setShownId}
            onOpen={setOpened}
          />
        )}
        <aside className="so-cert-side" aria-label={t('certificates.print.mode')}>
          {batch.status === 'draft' && (
            <Note tone="warn" icon={ScrollText}>
              {t('certificates.print.trial')}
            </Note>
          )}
          {ceremony.job.progress && (
            <ProgressPanel
              title={t('batches.paper.making')}
              progress={ceremony.job.progress}
              onStop={ceremony.job.cancel}
              stopping={ceremony.job.stopping}
            />
          )}
          <PrintOutcome printing={printing} onShow={setShownId} />
          <PrintOptions
            batch={batch}
            options={options}
            kind={shown?.kind ?? 'individual'}
            rows={printed}
            onCheck={() => void printing.check()}
          />
        </aside>
      </div>
      {opened !== null && <CertificateDrawer recipientId={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
