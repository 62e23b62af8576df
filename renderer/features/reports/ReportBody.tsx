/** The parts of a report in their order, on a sheet like the paper's. */
import { ArrowDown, ArrowUp, Check, ListPlus, Pencil, RefreshCw, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type IndicatorId, isIndicatorId } from '../../../shared/domain/indicators';
import { useCommandOp, useText } from '../../client';
import { EmptyState, FigureLink, IconButton, Tag } from '../../ui';
import { indicatorName } from '../dashboard/RecordsDrawer';
import { PartEditor } from './PartEditor';
import type { Report } from './ReportPage';

export type Part = Report['parts'][number];

interface BodyProps {
  report: Report;
  locked: boolean;
  /** The part that is being written in. */
  editing: number | null;
  onEdit(id: number | null): void;
  onFigure(id: IndicatorId): void;
  /** Something is to be put under a part; null: at the beginning. */
  onInsert(afterId: number | null): void;
}

export function ReportBody(props: BodyProps) {
  const t = useText();
  const { report, locked, onInsert } = props;
  if (report.parts.length === 0)
    return (
      <EmptyState
        icon={ListPlus}
        title={t('reports.page.noParts')}
        {...(locked
          ? {}
          : {
              primary: {
                key: 'add',
                label: t('reports.part.addFirst'),
                icon: ListPlus,
                onClick: () => onInsert(null),
              },
            })}
      />
    );
  return (
    <article
      className={`so-reports-sheet${locked ? ' so-reports-sheet--locked' : ''}`}
      lang="vi"
      aria-label={report.subject}
    >
      <p className="so-reports-sheet__title">BÁO CÁO</p>
      <p className="so-reports-sheet__subject">{report.subject}</p>
      {report.addressee && <p className="so-reports-sheet__to">Kính gửi: {report.addressee}</p>}
      {report.parts.map((part, at) => (
        <PartRow key={part.id} part={part} at={at} {...props} />
      ))}
    </article>
  );
}

function PartRow({ part, at, ...props }: BodyProps & { part: Part; at: number }) {
  const { editing, onEdit, locked } = props;
  const ref = useRef<HTMLDivElement>(null);
  const chosen = editing === part.id;
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const marks = [
    'so-reports-part',
    `so-reports-part--${part.kind}`,
    part.level ? `so-reports-part--l${part.level}` : '',
  ];
  return (
    <div
      ref={ref}
      className={marks.join(' ')}
      data-changed={part.changed || undefined}
      data-unknown={part.unknown || undefined}
    >
      {chosen && !locked ? (
        <PartEditor part={part} onDone={() => onEdit(null)} />
      ) : (
        <>
          <Words part={part} onFigure={props.onFigure} />
          {!locked && <Marks part={part} />}
          {!locked && <Tools part={part} at={at} {...props} />}
        </>
      )}
    </div>
  );
}

/** Where the records of a figure are. */
const PLACES = { event: '/events/', campaign: '/welfare/', target: '/targets?target=' } as const;

function Words({ part, onFigure }: { part: Part; onFigure(id: IndicatorId): void }) {
  const t = useText();
  if (part.kind === 'table') return <Lines part={part} onFigure={onFigure} />;
  const words = part.runs.map(({ text, tag, source, now }, at) => {
    if (tag === null || source === null) return text;
    const label =
      source.kind === 'indicator' && isIndicatorId(source.key)
        ? indicatorName(source.key, t.language)
        : t(`reports.part.${source.kind as keyof typeof PLACES}`);
    const title =
      now === null ? '' : now === '' ? t('reports.part.nowUnknown') : t('reports.part.now', { now });
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may stand twice in a sentence
      <span key={at} className={now === null ? '' : 'so-reports-stale'} title={title || undefined}>
        <FigureLink
          label={label}
          {...(source.kind === 'indicator' && isIndicatorId(source.key)
            ? { onOpen: () => onFigure(source.key as IndicatorId) }
            : { to: `${PLACES[source.kind as keyof typeof PLACES]}${source.key}` })}
        >
          {text}
        </FigureLink>
      </span>
    );
  });
  if (part.kind === 'heading')
    return (
      <h2>
        {part.number} {part.level === 1 && <br />}
        {words}
      </h2>
    );
  return <p>{words}</p>;
}

function Lines({ part, onFigure }: { part: Part; onFigure(id: IndicatorId): void }) {
  const t = useText();
  return (
    <table className="so-reports-lines" aria-label={t('reports.page.annex')}>
      <thead>
        <tr>
          {['TT', 'Nội dung', 'ĐVT', 'Số lượng'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.lines.map((line, at) =>
          line.group ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
            <tr key={at} className="so-reports-lines__group">
              <td>{line.no}</td>
              <td colSpan={3}>{line.label}</td>
            </tr>
          ) : (
            <tr key={line.indicator}>
              <td>{line.no}</td>
              <td>{line.label}</td>
              <td>{line.unit}</td>
              <td className={line.now === null ? '' : 'so-reports-stale'}>
                {line.value === null ? (
                  <span className="so-muted">chưa có số liệu</span>
                ) : (
                  <FigureLink label={line.label} onOpen={() => onFigure(line.indicator as IndicatorId)}>
                    {line.value.replace(/[ \u00a0]đồng$/, '')}
                  </FigureLink>
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function Marks({ part }: { part: Part }) {
  const t = useText();
  if (!part.changed && !part.byHand && !part.copied) return null;
  return (
    <div className="so-reports-marks" lang={t.language}>
      {part.changed && <Tag tone="warn">{t('reports.part.changed')}</Tag>}
      {part.byHand && <Tag tone="line">{t('reports.part.byHand')}</Tag>}
      {part.copied && part.kind === 'text' && <Tag tone="line">{t('reports.part.copied')}</Tag>}
    </div>
  );
}

function Tools({ part, at, report, onEdit, onInsert }: BodyProps & { part: Part; at: number }) {
  const t = useText();
  const move = useCommandOp('reports.movePart', { done: () => t('reports.partMoved') });
  const drop = useCommandOp('reports.trashParts', { done: () => t('reports.partTrashed') });
  const count = useCommandOp('reports.recalculate', {
    done: (data) =>
      data.count === 0 ? t('reports.countedNone') : t('reports.counted', { count: data.count }),
  });
  const save = useCommandOp('reports.savePart', { done: () => t('reports.partSaved') });
  const { parts } = report;
  const key = { id: part.id, version: part.version };
  return (
    <div className="so-reports-tools" lang={t.language}>
      <IconButton size="small" icon={Pencil} label={t('reports.part.edit')} onClick={() => onEdit(part.id)} />
      {part.changed && (
        <IconButton
          size="small"
          icon={RefreshCw}
          label={t('reports.part.recount')}
          onClick={() => count.fire({ id: report.id, partIds: [part.id] })}
        />
      )}
      {part.copied && (
        <IconButton
          size="small"
          icon={Check}
          label={t('reports.part.looked')}
          onClick={() => save.fire(key)}
        />
      )}
      {part.byHand && part.original !== null && (
        <IconButton
          size="small"
          icon={RotateCcw}
          label={t('reports.part.original')}
          onClick={() => save.fire({ ...key, template: part.original })}
        />
      )}
      <IconButton
        size="small"
        icon={ListPlus}
        label={t('reports.part.addBelow')}
        onClick={() => onInsert(part.id)}
      />
      <IconButton
        size="small"
        icon={ArrowUp}
        label={t('reports.part.up')}
        disabled={at === 0}
        onClick={() => move.fire({ id: part.id, afterId: parts[at - 2]?.id ?? null })}
      />
      <IconButton
        size="small"
        icon={ArrowDown}
        label={t('reports.part.down')}
        disabled={at === parts.length - 1}
        onClick={() => move.fire({ id: part.id, afterId: parts[at + 1]?.id ?? null })}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('reports.part.drop')}
        onClick={() => drop.fire({ ids: [part.id] })}
      />
    </div>
  );
}
