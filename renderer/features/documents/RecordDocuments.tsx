/** Papers of a record in the register, and the next number for one of its papers. */
import { Select } from 'antd';
import { ChevronDown, Hash } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { DocumentLink } from '../../../shared/domain/documents';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Icon, todayIso, useFormat } from '../../ui';
import './documents.css';
import { useTypeName } from './words';

interface RecordDocumentsProps {
  entity: DocumentLink;
  id: number;
  /** The name the record is known by; the subject of its papers too. */
  label: string;
  /** The day of its papers; today where it is not known in full or still to come. */
  onDate: string | null;
  /** Types that can take a number here, by code; none: only shown. */
  types: readonly string[];
}

export function RecordDocuments({ entity, id, label, onDate, types }: RecordDocumentsProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = useTypeName();
  const { data } = useQueryOp('documents.of', { entity, id });
  if (!data || (data.rows.length === 0 && types.length === 0)) return null;
  const day = onDate?.length === 10 && onDate <= todayIso() ? onDate : todayIso();
  return (
    <section className="so-stack" aria-label={t('documents.ofRecord')}>
      <h2>{t('documents.ofRecord')}</h2>
      {data.rows.length === 0 && <p className="so-caption">{t('documents.noneOfRecord')}</p>}
      {data.rows.length > 0 && (
        <ul className="so-documents-links">
          {data.rows.map((row) => (
            <li key={row.id}>
              <Link to={`/documents/${row.id}`}>
                {[row.code, nameOf({ name: row.type, nameEn: row.typeEn }), row.subject]
                  .filter(Boolean)
                  .join(' · ')}
              </Link>{' '}
              <span className="so-muted">{format.date(row.onDate)}</span>
            </li>
          ))}
        </ul>
      )}
      {types.length > 0 && (
        <TakeNumber
          link={{ entity, id, label: label.slice(0, 200) }}
          subject={label.slice(0, 500)}
          onDate={day}
          types={types.filter(
            (code) => !data.rows.some((row) => row.status === 'given' && row.typeCode === code),
          )}
        />
      )}
    </section>
  );
}

interface TakeNumberProps {
  link: { entity: DocumentLink; id: number; label: string };
  subject: string;
  onDate: string;
  types: readonly string[];
}

function TakeNumber({ link, subject, onDate, types }: TakeNumberProps) {
  const t = useText();
  const nameOf = useTypeName();
  const known = useQueryOp('documents.types', {}).data?.rows ?? [];
  const offered = types.flatMap((code) => known.find((type) => type.code === code) ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const typeCode = types.find((code) => code === chosen) ?? types[0];
  const next = useQueryOp(
    'documents.next',
    { direction: 'out', typeCode: typeCode ?? null, onDate },
    { enabled: typeCode !== undefined, keep: true },
  ).data;
  const take = useCommandOp('documents.take', { done: (data) => t('documents.took', { code: data.code }) });
  if (typeCode === undefined || !next) return null;
  return (
    <div className="so-documents-number">
      <Select<string>
        size="small"
        className="so-documents-take"
        aria-label={t('documents.takeFor')}
        value={typeCode}
        onChange={setChosen}
        suffixIcon={<Icon of={ChevronDown} />}
        options={offered.map((type) => ({ value: type.code, label: nameOf(type) }))}
      />
      <ActionButton
        size="small"
        action={{
          key: 'take',
          label: t('documents.takeIt', { code: next.code }),
          icon: Hash,
          running: take.running,
          onClick: () => take.fire({ typeCode, onDate, subject, link }),
        }}
      />
    </div>
  );
}
