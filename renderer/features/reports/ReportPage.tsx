/** One report as it will read: parts to edit in place, every figure a link to its records, what is wrong beside it. */
import {
  Copy,
  FileSpreadsheet,
  FileText,
  Lock,
  LockOpen,
  PencilLine,
  Printer,
  RefreshCw,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { printFile, saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  LoadingBars,
  localParts,
  Note,
  Page,
  Tag,
  useFormat,
} from '../../ui';
import { type FigureList, RecordsDrawer } from '../dashboard/RecordsDrawer';
import { CheckPanel } from './CheckPanel';
import { CloseDialog, PrintDialog } from './Dialogs';
import { InsertPanel } from './InsertPanel';
import { ReportBody } from './ReportBody';
import { HeadForm } from './ReportForm';
import './reports.css';

export type Report = OutputOf<'reports.get'>;

export default function ReportPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('reports.get', { id }, { keep: true });
  if (query.data?.id === id) return <LoadedReport report={query.data} />;
  return (
    <Page title={t('reports.title')} crumbs={[{ label: t('reports.title'), to: '/reports' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedReport({ report }: { report: Report }) {
  const t = useText();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<'head' | 'close' | 'print' | null>(null);
  const [figure, setFigure] = useState<IndicatorId | null>(null);
  const [under, setUnder] = useState<number | null | undefined>(undefined);
  const [editing, setEditing] = useState<number | null>(null);
  const checking = params.get('check') !== null;
  const check = (on: boolean) => setParams(on ? { check: '1' } : {}, { replace: true });
  const locked = report.closedAt !== null || report.deletedAt !== null;
  const actions = useActions(report, setOpen, () => check(!checking), checking);
  const list: FigureList | null = figure && {
    id: figure,
    from: report.from,
    to: report.asOf,
    frozen: locked,
  };
  return (
    <Page
      title={report.subject}
      titleNode={<span lang="vi">{report.subject}</span>}
      crumbs={[
        { label: t('reports.title'), to: '/reports' },
        ...(report.model ? [{ label: t('reports.tabs.models'), to: '/reports?tab=models' }] : []),
      ]}
      facts={<HeadFacts report={report} />}
      {...actions}
      side={
        under !== undefined ? (
          <InsertPanel
            report={report}
            afterId={under}
            onAfter={setUnder}
            onClose={() => setUnder(undefined)}
          />
        ) : checking ? (
          <CheckPanel report={report} locked={locked} onGoTo={setEditing} onClose={() => check(false)} />
        ) : undefined
      }
    >
      {report.deletedAt !== null && <Note tone="warn" icon={Trash2} title={t('reports.page.inTrash')} />}
      {report.closedAt !== null && report.deletedAt === null && (
        <Note tone="muc" icon={Lock}>
          {t('reports.page.frozen', {
            date: format.date(report.onDate ?? localParts(report.closedAt).date) ?? '',
          })}
        </Note>
      )}
      <ReportBody
        report={report}
        locked={locked}
        editing={editing}
        onEdit={setEditing}
        onFigure={setFigure}
        onInsert={(afterId) => setUnder(afterId)}
      />
      <RecordsDrawer list={list} onClose={() => setFigure(null)} />
      <Drawer open={open === 'head'} onClose={() => setOpen(null)} title={t('reports.page.edit')} width={560}>
        {open === 'head' && <HeadForm report={report} onDone={() => setOpen(null)} />}
      </Drawer>
      {open === 'close' && <CloseDialog report={report} onClose={() => setOpen(null)} />}
      {open === 'print' && (
        <PrintDialog report={report} onCheck={() => check(true)} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function HeadFacts({ report }: { report: Report }) {
  const t = useText();
  const format = useFormat();
  const state = report.model ? 'model' : report.closedAt === null ? 'draft' : 'closed';
  return (
    <span className="so-row">
      <Tag tone={state === 'closed' ? 'ok' : 'muc'}>{t(`reports.state.${state}`)}</Tag>
      <span>
        {[
          t(`reports.kind.${report.kind}`),
          format.range(report.from, report.to),
          t('reports.page.asOf', { date: format.date(report.asOf) ?? '' }),
        ].join(' · ')}
        {report.code !== null && report.documentId !== null && (
          <>
            {' · '}
            <Link to={`/documents/${report.documentId}`}>
              {t('reports.page.number', { code: report.code })}
            </Link>
          </>
        )}
      </span>
    </span>
  );
}

export function usePaper(report: Report) {
  const job = useJobOp('reports.paper', { done: null });
  const make = (format: 'docx' | 'pdf' | 'xlsx') =>
    void job
      .run({ id: report.id, format })
      .then((file) => (format === 'pdf' ? printFile(file) : saveFile(file)) as Promise<unknown>)
      .catch(() => undefined);
  return { make, running: job.running };
}

function useActions(
  report: Report,
  open: (what: 'head' | 'close' | 'print') => void,
  check: () => void,
  checking: boolean,
) {
  const t = useText();
  const navigate = useNavigate();
  const { make, running } = usePaper(report);
  const recount = useCommandOp('reports.recalculate', {
    done: ({ count }) => (count === 0 ? t('reports.countedNone') : t('reports.counted', { count })),
  });
  const reopen = useCommandOp('reports.reopen', { done: () => t('reports.reopened') });
  const trash = useCommandOp('reports.trash', { done: () => t('reports.trashed') });
  const restore = useCommandOp('reports.restore', { done: () => t('reports.restored') });
  const model = useCommandOp('reports.create', { done: () => t('reports.modelMade') });
  const key = { id: report.id, version: report.version };
  const papers: Action[] = [
    { key: 'word', label: t('reports.page.word'), icon: FileText, onClick: () => make('docx') },
    { key: 'excel', label: t('reports.page.excel'), icon: FileSpreadsheet, onClick: () => make('xlsx') },
  ];
  if (report.deletedAt !== null)
    return {
      primary: {
        key: 'back',
        label: t('reports.page.takeBack'),
        icon: Undo2,
        onClick: () => restore.fire({ ids: [report.id] }),
      },
      more: papers,
    };
  const draft = report.closedAt === null;
  const print: Action = {
    key: 'print',
    label: t('reports.page.print'),
    icon: Printer,
    keys: 'Ctrl P',
    running,
    onClick: () => (draft ? open('print') : make('pdf')),
  };
  const proof: Action = { key: 'check', label: t('reports.page.check'), onClick: check, disabled: checking };
  const asModel = async () => {
    const made = await model
      .run({
        kind: report.kind,
        year: report.year,
        from: report.from,
        to: report.to,
        asOf: report.asOf,
        subject: report.subject,
        copyFrom: report.id,
        model: true,
      })
      .catch(() => null);
    if (made) navigate(`/reports/${made.id}`);
  };
  const more: Action[] = [
    ...(draft
      ? [
          { key: 'edit', label: t('reports.page.edit'), icon: PencilLine, onClick: () => open('head') },
          {
            key: 'recount',
            label: t('reports.page.recount'),
            icon: RefreshCw,
            onClick: () => recount.fire({ id: report.id }),
          },
        ]
      : []),
    ...papers,
    ...(report.model
      ? []
      : [{ key: 'model', label: t('reports.page.asModel'), icon: Copy, onClick: () => void asModel() }]),
    {
      key: 'template',
      label: t('reports.page.template'),
      icon: FileText,
      onClick: () => navigate('/settings/templates'),
    },
    ...(draft
      ? []
      : [
          { key: 'reopen', label: t('reports.page.reopen'), icon: LockOpen, onClick: () => reopen.fire(key) },
        ]),
    {
      key: 'trash',
      label: t('reports.page.trash'),
      icon: Trash2,
      danger: true,
      onClick: () => {
        trash.fire({ ids: [report.id] });
        navigate(report.model ? '/reports?tab=models' : '/reports');
      },
    },
  ];
  if (!draft) return { primary: print, more };
  if (report.model) return { actions: [proof], more };
  return {
    actions: [proof, print],
    primary: { key: 'close', label: t('reports.page.close'), icon: Lock, onClick: () => open('close') },
    more,
  };
}
