/** What the people chosen for a gift list would add to it, and what would be asked about them. */
import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { InputOf } from '../../../shared/contract';
import { GIFT_CATEGORIES } from '../../../shared/domain/welfare';
import { sentenceOf, useQueryOp, useText } from '../../client';
import { Note, SelectField, useFormat } from '../../ui';

export type Rule = InputOf<'welfare.addMembers'>['category'];

export function CategoryField() {
  const t = useText();
  return (
    <SelectField<Rule>
      name="category"
      label={t('welfare.choose.category')}
      required
      options={(['byHardship', ...GIFT_CATEGORIES] as const).map((value) => ({
        value,
        label: t(`welfare.category.${value}`),
      }))}
    />
  );
}

/** The notice after lines were added. */
export function useAdded() {
  const t = useText();
  return (data: { added: number; already: number; household: number }) =>
    t('welfare.recipient.added', { added: data.added, already: data.already, household: data.household });
}

export function ChoiceFound(choice: InputOf<'welfare.preview'>) {
  const t = useText();
  const format = useFormat();
  const { data, error } = useQueryOp('welfare.preview', choice, { keep: true });
  if (error)
    return (
      <Note tone="warn" icon={TriangleAlert}>
        {sentenceOf(error, t)} <Link to="/settings/privacy">{t('memberPrivacy.openSettings')}</Link>
      </Note>
    );
  if (!data) return null;
  return (
    <div role="status" className="so-stack">
      <p className="so-caption">
        {t('welfare.choose.found', {
          found: format.count(data.found),
          toAdd: format.count(data.toAdd),
          total: format.money(data.total),
        })}
      </p>
      {data.warnings.map(({ kind, count, names }) => (
        <p key={kind} className="so-caption">
          <span className="so-strong">
            {t(`welfare.choose.warning.${kind}`, { figure: format.count(count) })}
          </span>{' '}
          <span lang="vi">{names.join(', ')}</span>
          {count > names.length && '…'}
        </p>
      ))}
    </div>
  );
}
