/** Certificates of attendance: who came, who has one, giving, printing and taking back. */
import { Award, FileText, Printer, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  DateField,
  Drawer,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingBars,
  NameCell,
  PlainTable,
  ProgressPanel,
  RecordForm,
  Tag,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';
import { PaperLayoutSelect } from '../../certificates/PaperLayoutSelect';
import type { EventDetail } from '../EventPage';

type List = OutputOf<'training.certificates'>;
type Row = List['rows'][number];

export function Certificates({ event }: { event: EventDetail }) {
  const t = useText();
  const format = useFormat();
  const [issuing, setIssuing] = useState(false);
  const query = useQueryOp('training.certificates', { eventId: event.id });
  const columns = useColumnsOfList(event.id);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars rows={4} />;
  const { rows, came, issued } = query.data;
  return (
    <section className="so-stack">
      <div className="so-training__head">
        <h2>{t('training.certificates.title')}</h2>
        {came > 0 && (
          <span className="so-muted">
            {t('training.certificates.facts', { issued: format.count(issued), came: format.count(came) })}
          </span>
        )}
        <span className="so-push" />
        <Actions event={event} list={query.data} onIssue={() => setIssuing(true)} />
      </div>
      {issued > 0 && (
        <div className="so-row so-wrap">
          <span className="so-muted">{t('certificates.papers.label')}</span>
          <PaperLayoutSelect paper="training" eventId={event.id} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={Award} title={t('training.certificates.none')}>
          {t('training.certificates.noneBody')}
        </EmptyState>
      ) : (
        <PlainTable
          framed
          caption={t('training.certificates.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.memberId}
        />
      )}
      {issuing && <IssueDrawer event={event} list={query.data} onClose={() => setIssuing(false)} />}
    </section>
  );
}

function Actions({ event, list, onIssue }: { event: EventDetail; list: List; onIssue(): void }) {
  const t = useText();
  const print = useJobOp('training.printCertificates', {
    done: (data) => t('training.certificates.made', { count: data.pages }),
  });
  const annex = useJobOp('training.annex', { done: () => t('training.certificates.annexMade') });
  const rest = list.rows.filter((row) => row.certificate === null).length;
  const run = (work: () => Promise<unknown>) => () => void work().catch(() => undefined);
  const given = list.rows.flatMap(({ certificate }) => certificate ?? []);
  const fresh = given.filter(({ printedAt }) => printedAt === null).map(({ id }) => id);
  const again = fresh.length > 0 && fresh.length < given.length;
  const draw = (certificateIds: number[]) =>
    run(async () => saveFile((await print.run({ eventId: event.id, certificateIds })).file));
  return (
    <>
      {rest > 0 && (
        <ActionButton
          size="small"
          action={{ key: 'issue', label: t('training.certificates.issue'), icon: Award, onClick: onIssue }}
        />
      )}
      {list.issued > 0 && (
        <ActionButton
          size="small"
          action={{
            key: 'print',
            label: again
              ? t('training.certificates.printNew', { count: fresh.length })
              : t(fresh.length === 0 ? 'training.certificates.reprint' : 'training.certificates.print'),
            icon: Printer,
            running: print.running,
            onClick: draw(again ? fresh : []),
          }}
        />
      )}
      <ActionButton
        size="small"
        action={{
          key: 'annex',
          label: t('training.certificates.annex'),
          icon: FileText,
          running: annex.running,
          onClick: run(async () => saveFile(await annex.run({ eventId: event.id }))),
        }}
      />
      {again && (
        <ActionButton
          size="small"
          action={{
            key: 'all',
            label: t('training.certificates.printAll'),
            icon: Printer,
            disabled: print.running,
            onClick: draw([]),
          }}
        />
      )}
      {print.running && (
        <ProgressPanel
          title={t('training.certificates.printing')}
          progress={print.progress}
          onStop={print.cancel}
          stopping={print.stopping}
        />
      )}
    </>
  );
}

function useColumnsOfList(eventId: number): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const takeBack = useCommandOp('training.trashCertificates', {
    done: (data) => t('training.certificates.tookBack', { count: data.count }),
  });
  const print = useJobOp('training.printCertificates', {
    done: (data) => t('training.certificates.made', { count: data.pages }),
  });
  const draw = print.run;
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('training.certificates.name'),
        cell: (row) => (
          <Link to={`/members/${row.memberId}`}>
            <NameCell name={row.fullName} given={row.givenName} />
          </Link>
        ),
      },
      {
        key: 'department',
        header: t('training.certificates.department'),
        width: 220,
        cell: (row) =>
          row.left ? <Tag tone="warn">{t('training.certificates.left')}</Tag> : (row.department ?? ''),
      },
      {
        key: 'number',
        header: t('training.certificates.number'),
        width: 150,
        cell: (row) =>
          row.certificate?.number ?? <span className="so-muted">{t('training.certificates.notIssued')}</span>,
      },
      {
        key: 'issuedOn',
        header: t('training.certificates.issuedOn'),
        width: 100,
        cell: (row) => (row.certificate ? format.date(row.certificate.issuedOn) : ''),
      },
      {
        key: 'printed',
        header: t('training.certificates.printed'),
        width: 100,
        cell: (row) => (row.certificate?.printedAt ? format.dayOf(row.certificate.printedAt) : ''),
      },
      {
        key: 'off',
        header: '',
        width: 78,
        cell: ({ certificate, fullName: name }) =>
          certificate && (
            <span className="so-row">
              <IconButton
                icon={Printer}
                size="small"
                label={t('training.certificates.printOne', { name })}
                onClick={() =>
                  void draw({ eventId, certificateIds: [certificate.id] }).then(
                    ({ file }) => saveFile(file),
                    () => undefined,
                  )
                }
              />
              <IconButton
                icon={RotateCcw}
                size="small"
                label={t('training.certificates.takeBack', { name })}
                onClick={() => takeBack.fire({ ids: [certificate.id] })}
              />
            </span>
          ),
      },
    ],
    [t, format, eventId, draw, takeBack.fire],
  );
}

function IssueDrawer({ event, list, onClose }: { event: EventDetail; list: List; onClose(): void }) {
  const t = useText();
  const issue = useCommandOp('training.issue', {
    failure: 'inline',
    done: (data) => t('training.certificates.issued', { count: data.count }),
  });
  const count = list.rows.filter((row) => row.certificate === null).length;
  return (
    <Drawer open onClose={onClose} title={t('training.certificates.issue')} facts={event.fields.name}>
      <p>{t('training.certificates.issueBody', { count, next: list.next })}</p>
      <RecordForm<{ issuedOn: string; result: string | null }>
        draftKey={null}
        initial={{ issuedOn: todayIso(), result: null }}
        saveLabel={t('training.certificates.issue')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await issue.run({ ...values, eventId: event.id });
          onClose();
        }}
      >
        <DateField
          name="issuedOn"
          label={t('training.certificates.issuedOnLabel')}
          precision="day"
          required
        />
        <TextField
          name="result"
          label={t('training.certificates.result')}
          hint={t('training.certificates.resultHint')}
          max={60}
        />
      </RecordForm>
    </Drawer>
  );
}
