/** Photos as a grid of small pictures, papers as rows; where they come from is told under the list. */
import {
  FileSpreadsheet,
  FileText,
  type LucideIcon,
  Paperclip,
  PencilLine,
  Save,
  Trash2,
} from 'lucide-react';
import { openFile, saveFile, useCommandOp, useJobOp, useText } from '../../client';
import { Icon, MoreMenu, Tag, useFormat } from '../../ui';
import type { Attached } from './EvidenceBox';
import { Thumb } from './Thumb';

interface ItemsProps {
  rows: readonly Attached[];
  locked: boolean;
  onEdit(file: Attached): void;
}

export function EvidenceItems({ rows, locked, onEdit }: ItemsProps) {
  const photos = rows.filter((row) => row.kind === 'photo');
  const papers = rows.filter((row) => row.kind !== 'photo');
  return (
    <>
      {photos.length > 0 && (
        <ul className="so-files__photos">
          {photos.map((file) => (
            <Photo key={file.id} file={file} locked={locked} onEdit={onEdit} />
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <ul className="so-files__papers">
          {papers.map((file) => (
            <Paper key={file.id} file={file} locked={locked} onEdit={onEdit} />
          ))}
        </ul>
      )}
      <Sources rows={rows} />
    </>
  );
}

interface ItemProps {
  file: Attached;
  locked: boolean;
  onEdit(file: Attached): void;
}

function Photo({ file, locked, onEdit }: ItemProps) {
  const t = useText();
  const work = useFileWork(file, locked, onEdit);
  return (
    <li className="so-files__photo">
      <button
        type="button"
        title={file.note ?? file.name}
        aria-label={t('files.open', { name: file.name })}
        onClick={() => void work.open()}
      >
        <Thumb file={file} />
      </button>
      <div className="so-files__caption">
        <span title={file.name}>{file.name}</span>
        <MoreMenu size="small" actions={work.actions} label={t('files.more', { name: file.name })} />
      </div>
      <Origin file={file} />
      {!file.present && <Lost />}
    </li>
  );
}

function Paper({ file, locked, onEdit }: ItemProps) {
  const t = useText();
  const format = useFormat();
  const work = useFileWork(file, locked, onEdit);
  const facts = [t(`files.kinds.${file.kind}`), format.size(file.size)];
  return (
    <li className="so-files__paper">
      <Icon of={iconOf(file.mime)} />
      <div>
        <button
          type="button"
          className="so-linklike"
          aria-label={t('files.open', { name: file.name })}
          onClick={() => void work.open()}
        >
          {file.name}
        </button>
        <p className="so-caption">{facts.join(' · ')}</p>
        <Origin file={file} />
        {file.note && <p className="so-caption">{file.note}</p>}
        {!file.present && <Lost />}
      </div>
      <MoreMenu size="small" actions={work.actions} label={t('files.more', { name: file.name })} />
    </li>
  );
}

/** "Ảnh: Nguyễn Thị Hoa · 20/11/2026". */
function Origin({ file }: { file: Attached }) {
  const t = useText();
  const format = useFormat();
  const author =
    file.author &&
    t('files.byAuthor', {
      kind: t(file.kind === 'photo' ? 'files.photographer' : 'files.writer'),
      name: file.author,
    });
  const words = [author, file.takenOn && format.date(file.takenOn)].filter(Boolean).join(' · ');
  return words ? <p className="so-caption">{words}</p> : null;
}

function Lost() {
  const t = useText();
  return (
    <span title={t('files.lostHint')}>
      <Tag tone="bad">{t('files.lost')}</Tag>
    </span>
  );
}

/** Each source once, in the order of the list. */
function Sources({ rows }: { rows: readonly Attached[] }) {
  const t = useText();
  const sources = [...new Set(rows.flatMap((row) => (row.source ? [row.source] : [])))];
  if (sources.length === 0) return null;
  return (
    <div className="so-files__sources">
      <span className="so-caption">{t('files.sources')}</span>
      <ol>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
    </div>
  );
}

function iconOf(mime: string): LucideIcon {
  if (/sheet|excel|csv/.test(mime)) return FileSpreadsheet;
  return /pdf|word|text|rtf|presentation/.test(mime) ? FileText : Paperclip;
}

function useFileWork(file: Attached, locked: boolean, onEdit: (file: Attached) => void) {
  const t = useText();
  const take = useJobOp('files.open');
  const trash = useCommandOp('files.trash', { done: () => t('files.trashed', { name: file.name }) });
  const fetchFile = () => take.run({ id: file.id }).catch(() => null);
  const open = async () => {
    const out = await fetchFile();
    if (out) await openFile(out);
  };
  const save = async () => {
    const out = await fetchFile();
    if (out) await saveFile(out);
  };
  const change = [
    { key: 'edit', label: t('files.edit'), icon: PencilLine, onClick: () => onEdit(file) },
    {
      key: 'trash',
      label: t('files.toTrash'),
      icon: Trash2,
      danger: true,
      onClick: () => trash.fire({ ids: [file.id] }),
    },
  ];
  return {
    open,
    actions: [
      { key: 'open', label: t('files.openIt'), icon: FileText, onClick: () => void open() },
      { key: 'save', label: t('files.saveCopy'), icon: Save, onClick: () => void save() },
      ...(locked ? [] : change),
    ],
  };
}
