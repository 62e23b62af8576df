/** One case of help: who, the steps it goes through, the money by source, pictures and papers, what it prints. */
import { Check, FileText, Hammer, Mail, Pencil, Printer, RotateCcw, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  Page,
  Tag,
  useFormat,
  useShortcuts,
} from '../../ui';
import { RecordAgreements } from '../agreements/RecordAgreements';
import { EvidenceBox } from '../files/EvidenceBox';
import { CaseDrawer } from './CaseDrawer';
import './care.css';
import { CasePaperDrawer, type CasePaperKind } from './CasePaperDrawer';
import { STATE_TONES } from './CasesTab';
import { ThankForm } from './LetterForms';
import { MoneyCard } from './MoneyCard';
import { StepsCard } from './StepsCard';
import { type Whole, whose } from './useCare';
import { MaskedText } from './VisitDrawer';

export default function CasePage() {
  const t = useText();
  const id = Number(useParams().id) || 0;
  const query = useQueryOp('care.case', { id }, { enabled: id > 0 });
  const crumbs = [
    { label: t('app.nav.welfare'), to: '/welfare' },
    { label: t('care.tabs.cases'), to: '/welfare?tab=cases' },
  ];
  if (query.data) return <Loaded key={id} whole={query.data} crumbs={crumbs} />;
  return (
    <Page title={t('care.tabs.cases')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

type Step = 'edit' | 'thank' | CasePaperKind;

function useActions(whole: Whole, setStep: (step: Step) => void) {
  const t = useText();
  const navigate = useNavigate();
  const { id, version, state, handover } = whole.row;
  const move = useCommandOp('care.setCaseState', {
    done: (_, input) =>
      t(
        input.state === 'finished'
          ? 'care.case.finished'
          : input.state === 'stopped'
            ? 'care.case.stopped'
            : 'care.case.reopened',
      ),
  });
  const trash = useCommandOp('care.trashCases', { done: () => t('care.case.trashed') });
  const open = state === 'open';
  const to = (next: 'open' | 'finished' | 'stopped') => () => move.fire({ id, version, state: next });
  const paper: Action = handover
    ? {
        key: 'handover',
        label: t('care.case.printHandover'),
        icon: Printer,
        onClick: () => setStep('handover'),
      }
    : { key: 'record', label: t('care.case.printRecord'), icon: Printer, onClick: () => setStep('record') };
  return {
    primary: open
      ? { key: 'finish', label: t('care.case.finish'), icon: Check, onClick: to('finished') }
      : { key: 'reopen', label: t('care.case.reopen'), icon: RotateCcw, onClick: to('open') },
    actions: [
      { key: 'edit', label: t('care.case.edit'), icon: Pencil, onClick: () => setStep('edit') },
      { ...paper, keys: 'Ctrl P' },
    ],
    more: [
      ...(handover
        ? [
            {
              key: 'record',
              label: t('care.case.printRecord'),
              icon: FileText,
              onClick: () => setStep('record'),
            },
          ]
        : []),
      { key: 'thank', label: t('care.case.thank'), icon: Mail, onClick: () => setStep('thank') },
      ...(open ? [{ key: 'stop', label: t('care.case.stop'), icon: Square, onClick: to('stopped') }] : []),
      {
        key: 'trash',
        label: t('care.case.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: () => {
          trash.fire({ ids: [id] });
          navigate('/welfare?tab=cases');
        },
      },
    ] satisfies Action[],
  };
}

function Loaded({ whole, crumbs }: { whole: Whole; crumbs: { label: string; to: string }[] }) {
  const t = useText();
  const format = useFormat();
  const { row } = whole;
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  useShortcuts({ 'Ctrl+P': () => setStep(row.handover ? 'handover' : 'record') });
  const actions = useActions(whole, setStep);
  return (
    <Page
      title={row.title}
      crumbs={crumbs}
      facts={[
        t.language === 'en' ? (row.kindEn ?? row.kind) : row.kind,
        format.money(row.total),
        t('care.case.stepsDone', { done: row.stepsDone, all: row.steps }),
      ]}
      extra={<Tag tone={STATE_TONES[row.state]}>{t(`care.state.${row.state}`)}</Tag>}
      {...actions}
    >
      <div className="so-care-page">
        <div className="so-stack">
          {row.missingHandover && (
            <Note tone="warn" icon={Hammer}>
              {t('care.case.noHandover')}
            </Note>
          )}
          <StepsCard whole={whole} />
          <MoneyCard whole={whole} />
        </div>
        <div className="so-stack">
          <CaseFacts whole={whole} />
          <RecordAgreements entity="care_case" id={row.id} />
          <EvidenceBox entity="care_case" entityId={row.id} title={t('care.case.papers')} />
        </div>
      </div>
      <CaseDrawer open={step === 'edit'} whole={whole} onClose={close} />
      <CasePaperDrawer
        whole={whole}
        paper={step === 'record' || step === 'handover' ? step : null}
        onClose={close}
      />
      <Drawer open={step === 'thank'} onClose={close} title={t('care.case.thank')} facts={row.title}>
        {step === 'thank' && <ThankForm whole={whole} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function CaseFacts({ whole }: { whole: Whole }) {
  const t = useText();
  const format = useFormat();
  const { row } = whole;
  const shown = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label, value: <span lang="vi">{value}</span> }];
  return (
    <section className="so-card">
      <Facts
        items={[
          {
            label: t('care.field.whoHelped'),
            value:
              row.memberId === null ? (
                <span lang="vi">{row.name}</span>
              ) : (
                <Link to={`/members/${row.memberId}?tab=welfare`}>{row.name}</Link>
              ),
          },
          ...shown(t(row.who === 'member' ? 'care.field.orgUnitId' : 'care.field.relation'), whose(t, row)),
          ...shown(t('care.field.address'), whole.address),
          { label: t('care.field.openedOn'), value: format.date(row.openedOn) },
          ...shown(t('care.field.closedOn'), row.closedOn === null ? null : format.date(row.closedOn)),
          ...shown(t('care.field.object'), whole.object),
          ...shown(t('care.field.budget'), whole.budget === null ? null : format.money(whole.budget)),
          ...shown(t('care.field.decision'), whole.decision),
          ...shown(t('care.field.note'), whole.note),
          ...(whole.hasCircumstances
            ? [
                {
                  label: t('care.field.circumstances'),
                  value: <MaskedText entity="care_case" id={row.id} label={t('care.field.circumstances')} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
