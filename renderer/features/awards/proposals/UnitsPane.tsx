/** Who is to hand in: the form given out, whether the list came back. */
import { Check, Download, FileSpreadsheet, Printer, Undo2 } from 'lucide-react';
import { saveFile, useCommandOp, useJobOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  IconButton,
  PlainTable,
  ProgressPanel,
  Tag,
  todayIso,
  useFormat,
} from '../../../ui';
import type { RoundData } from './RoundPage';
import type { RoundPapers } from './usePapers';

type Unit = RoundData['units'][number];

export function UnitsPane({ data, papers }: { data: RoundData; papers: RoundPapers }) {
  const t = useText();
  const { round, units } = data;
  const form = useJobOp('proposals.formXlsx', { done: null });
  const give = async (orgUnitIds: number[]) => {
    const file = await form.run({ roundId: round.id, orgUnitIds }).catch(() => null);
    if (file) await saveFile(file);
  };
  const print = (orgUnitId: number) =>
    void papers.make('pdf', { paper: round.kind === 'registration' ? 'registration' : 'summary', orgUnitId });
  const columns = useUnitColumns(round.id, (id) => void give([id]), print);
  const missing = units.filter((unit) => unit.handedOn === null);
  if (units.length === 0) return <EmptyState icon={FileSpreadsheet} title={t('proposals.units.empty')} />;
  return (
    <>
      {form.progress && (
        <ProgressPanel
          title={t('proposals.papers.making')}
          progress={form.progress}
          onStop={form.cancel}
          stopping={form.stopping}
        />
      )}
      <div className="so-row so-wrap">
        <span className="so-caption so-proposals-hint">{t('proposals.units.hint')}</span>
        <span className="so-push" />
        <ActionButton
          action={{
            key: 'all',
            label: t('proposals.units.giveMissing'),
            icon: Download,
            disabled: missing.length === 0,
            running: form.running,
            onClick: () => void give([]),
          }}
        />
      </div>
      <PlainTable
        framed
        caption={t('proposals.tabs.units')}
        columns={columns}
        rows={[...missing, ...units.filter((unit) => unit.handedOn !== null)]}
        rowKey={(row) => row.orgUnitId}
      />
    </>
  );
}

function useUnitColumns(
  roundId: number,
  onGive: (id: number) => void,
  onPrint: (id: number) => void,
): Column<Unit>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('proposals.col.unit'),
      cell: (row) => <span className="so-strong">{row.name}</span>,
    },
    {
      key: 'people',
      header: t('proposals.col.people'),
      width: 100,
      align: 'right',
      cell: (row) => format.count(row.people),
    },
    {
      key: 'listed',
      header: t('proposals.col.listed'),
      width: 100,
      align: 'right',
      cell: (row) => (row.handedOn === null && row.proposals === 0 ? '' : format.count(row.proposals)),
    },
    {
      key: 'state',
      header: t('proposals.col.state'),
      width: 170,
      cell: (row) =>
        row.handedOn === null ? (
          <Tag tone="warn">{t('proposals.units.missing')}</Tag>
        ) : (
          <Tag tone="ok">{t('proposals.units.handed', { date: format.date(row.handedOn) })}</Tag>
        ),
    },
    {
      key: 'file',
      header: t('proposals.col.file'),
      width: 260,
      title: (row) => row.fileName ?? '',
      cell: (row) => row.note ?? row.fileName,
    },
    {
      key: 'actions',
      header: t('proposals.col.actions'),
      width: 116,
      cell: (row) => <UnitTools roundId={roundId} row={row} onGive={onGive} onPrint={onPrint} />,
    },
  ];
}

function UnitTools({
  roundId,
  row,
  onGive,
  onPrint,
}: {
  roundId: number;
  row: Unit;
  onGive(id: number): void;
  onPrint(id: number): void;
}) {
  const t = useText();
  const mark = useCommandOp('proposals.markUnits', { done: () => t('proposals.units.marked') });
  const set = (handedOn: string | null, note: string | null) =>
    mark.fire({ roundId, rows: [{ orgUnitId: row.orgUnitId, handedOn, fileName: row.fileName, note }] });
  return (
    <span className="so-row so-awards-tools">
      <IconButton
        icon={Download}
        size="small"
        label={t('proposals.units.giveOne', { name: row.name })}
        onClick={() => onGive(row.orgUnitId)}
      />
      {row.proposals > 0 && (
        <IconButton
          icon={Printer}
          size="small"
          label={t('proposals.units.print', { name: row.name })}
          onClick={() => onPrint(row.orgUnitId)}
        />
      )}
      {row.handedOn === null ? (
        <IconButton
          icon={Check}
          size="small"
          label={`${t('proposals.units.mark')}: ${row.name}`}
          onClick={() => set(todayIso(), row.proposals === 0 ? t('proposals.units.none') : row.note)}
        />
      ) : (
        <IconButton
          icon={Undo2}
          size="small"
          label={`${t('proposals.units.unmark')}: ${row.name}`}
          onClick={() => set(null, null)}
        />
      )}
    </span>
  );
}
