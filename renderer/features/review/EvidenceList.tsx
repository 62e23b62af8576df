/** Evidence of a criterion: files and records; attached, opened and taken off. */
import { Button, Dropdown } from 'antd';
import { CalendarCheck2, Paperclip, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { announceFailure, pickFile, saveFile, useCommandOp, useJobOp, useText } from '../../client';
import { Icon, IconButton, localParts, useFormat } from '../../ui';
import { recordAddress } from '../dashboard/RecordsDrawer';
import { RecordPicker } from './RecordPicker';
import type { Item, Sheet } from './SheetPage';

const ACCEPTED = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'png', 'jpg', 'jpeg', 'zip'] as const;

export function EvidenceList({ sheet, item }: { sheet: Sheet; item: Item }) {
  const t = useText();
  const [picking, setPicking] = useState(false);
  const open = sheet.closedAt === null;
  const needed = t.language === 'vi' ? item.evidenceNeeded : (item.evidenceNeededEn ?? item.evidenceNeeded);
  return (
    <section>
      <div className="so-review-head">
        <h3>{t('review.panel.evidence')}</h3>
        {item.evidence.length > 0 && (
          <span className="so-caption">{t('review.panel.files', { count: item.evidence.length })}</span>
        )}
        <span className="so-push" />
        {open && <AttachMenu sheet={sheet} item={item} onPickRecord={() => setPicking(true)} />}
      </div>
      {needed && <p className="so-caption">{t('review.panel.needed', { what: needed })}</p>}
      {item.evidence.length === 0 ? (
        <p className="so-caption">{t('review.panel.noEvidence')}</p>
      ) : (
        <ul className="so-review-evidence">
          {item.evidence.map((evidence) => (
            <EvidenceRow key={evidence.id} evidence={evidence} item={item} open={open} />
          ))}
        </ul>
      )}
      {picking && <RecordPicker sheet={sheet} item={item} onClose={() => setPicking(false)} />}
    </section>
  );
}

function AttachMenu({ sheet, item, onPickRecord }: { sheet: Sheet; item: Item; onPickRecord(): void }) {
  const t = useText();
  const names = { name: '' };
  const attach = useCommandOp('review.addFile', {
    done: (_, input) => t('review.panel.attached', { name: input.label ?? names.name, code: item.code }),
  });
  const pick = async () => {
    try {
      const file = await pickFile(ACCEPTED);
      if (file)
        attach.fire({
          reviewId: sheet.id,
          criterion: item.uid,
          token: file.token,
          label: file.name.slice(0, 200),
        });
    } catch (error) {
      announceFailure(error);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'file',
            label: t('review.panel.attachFile'),
            icon: <Icon of={Paperclip} />,
            onClick: () => void pick(),
          },
          {
            key: 'record',
            label: t('review.panel.attachRecord'),
            icon: <Icon of={CalendarCheck2} />,
            onClick: onPickRecord,
          },
        ],
      }}
    >
      <Button type="link" size="small" icon={<Icon of={Plus} />} loading={attach.running}>
        {t('review.panel.attach')}
      </Button>
    </Dropdown>
  );
}

function EvidenceRow({
  evidence,
  item,
  open,
}: {
  evidence: Item['evidence'][number];
  item: Item;
  open: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const remove = useCommandOp('review.removeEvidence', {
    done: () => t('review.panel.removed', { code: item.code }),
  });
  const take = useJobOp('review.openEvidence');
  const save = async () => {
    const file = await take.run({ id: evidence.id }).catch(() => null);
    if (file) await saveFile(file);
  };
  const { label, entity, recordId, size } = evidence;
  return (
    <li>
      <Icon of={evidence.kind === 'file' ? Paperclip : CalendarCheck2} />
      <div>
        {entity && recordId !== null ? (
          <Link to={recordAddress(entity, recordId)}>{label}</Link>
        ) : (
          <button
            type="button"
            className="so-linklike"
            title={t('review.panel.open', { name: label })}
            onClick={() => void save()}
          >
            {label}
          </button>
        )}
        <p className="so-caption">
          {[size === null ? null : format.size(size), format.date(localParts(evidence.createdAt).date)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {open && (
        <IconButton
          icon={X}
          size="small"
          label={t('review.panel.remove', { name: label })}
          onClick={() => remove.fire({ ids: [evidence.id] })}
        />
      )}
    </li>
  );
}
