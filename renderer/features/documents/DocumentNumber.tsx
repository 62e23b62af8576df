/** In a form with a number of its own: the next number of the register, taken by a click; typing by hand stays possible. */
import { useQueryOp, useText } from '../../client';
import './documents.css';

interface DocumentNumberProps {
  /** 'decision', 'minutes' … */
  typeCode: string;
  onDate: string;
  /** What is in the field now. */
  value: string | null;
  onTake(code: string): void;
}

export function DocumentNumber({ typeCode, onDate, value, onTake }: DocumentNumberProps) {
  const t = useText();
  const next = useQueryOp(
    'documents.next',
    { direction: 'out', typeCode, onDate },
    { enabled: onDate.length === 10, keep: true },
  ).data;
  if (!next || next.first) return null;
  return (
    <p className="so-caption so-documents-next">
      {t('documents.next', { code: next.code })}{' '}
      {value !== next.code && (
        <button type="button" className="so-linklike" onClick={() => onTake(next.code)}>
          {t('documents.takeIt', { code: next.code })}
        </button>
      )}
    </p>
  );
}
