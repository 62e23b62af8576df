import { Button, Checkbox, Input } from 'antd';
import { USUAL_COLUMNS } from '../../../../shared/domain/memberColumns';
import { useText } from '../../../client';
import type { ColumnChoice } from './useColumnChoice';

/** Boxes to tick, and the purpose as soon as a private one is ticked. */
export function ColumnBoxes({ choice, shown }: { choice: ColumnChoice; shown: readonly string[] }) {
  const t = useText();
  const boxes = (items: readonly { key: string; label: string }[]) => (
    <div className="so-members-columns">
      {items.map(({ key, label }) => (
        <Checkbox
          key={key}
          checked={choice.has(key)}
          disabled={key === 'fullName'}
          onChange={(event) => choice.toggle(key, event.target.checked)}
        >
          {label}
        </Checkbox>
      ))}
    </div>
  );
  return (
    <div className="so-papers-columns">
      <div className="so-row">
        <h3>{t('memberPapers.columns.open')}</h3>
        <span className="so-push" />
        {shown.length > 0 && (
          <Button size="small" onClick={() => choice.take(shown)}>
            {t('memberPapers.columns.asShown')}
          </Button>
        )}
        <Button size="small" onClick={() => choice.take(USUAL_COLUMNS)}>
          {t('memberPapers.columns.usual')}
        </Button>
      </div>
      {boxes(choice.open)}
      {choice.extra.length > 0 && (
        <>
          <h3>{t('memberPapers.columns.extra')}</h3>
          {boxes(choice.extra)}
        </>
      )}
      <h3>{t('memberPapers.columns.private')}</h3>
      {boxes(choice.hidden)}
      {choice.off.length > 0 && (
        <p className="so-caption">
          {t('memberPapers.columns.off', {
            fields: choice.off.map((group) => t(`memberPrivacy.groups.${group}`)).join(', '),
          })}
        </p>
      )}
      {choice.asksPurpose && (
        <div className="so-papers-purpose">
          <label htmlFor="papers-purpose">{t('memberPapers.columns.purpose')}</label>
          <Input
            id="papers-purpose"
            value={choice.purpose}
            maxLength={300}
            aria-describedby="papers-purpose-hint"
            onChange={(event) => choice.setPurpose(event.target.value)}
          />
          <p id="papers-purpose-hint" className="so-caption">
            {t('memberPapers.columns.purposeHint')}
          </p>
        </div>
      )}
    </div>
  );
}
