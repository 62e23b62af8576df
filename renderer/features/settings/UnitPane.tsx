import { Button, Select } from 'antd';
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ErrorState, Facts, LoadingBars, todayIso, useFormat } from '../../ui';
import { Pane } from './Pane';

/** The unit as it stands, with the way to Organisation where it is edited; and the union year. */
export function UnitPane() {
  const t = useText();
  const navigate = useNavigate();
  const unit = useQueryOp('organisation.get', {});
  const title = t('settings.unit.title');
  if (unit.error)
    return (
      <Pane title={title}>
        <ErrorState error={unit.error} onRetry={() => void unit.refetch()} />
      </Pane>
    );
  if (!unit.data)
    return (
      <Pane title={title}>
        <LoadingBars rows={5} kind="lines" />
      </Pane>
    );
  const { profile, term } = unit.data;
  return (
    <Pane title={title}>
      <h2>{profile?.name ?? t('settings.unit.none')}</h2>
      <p className="so-pane__lead">{t('settings.unit.body')}</p>
      <div className="so-card so-pane__card">
        <Facts
          items={[
            { label: t('settings.unit.upper'), value: profile?.upperName },
            { label: t('settings.unit.employer'), value: profile?.employer },
            { label: t('settings.unit.place'), value: profile?.place },
            { label: t('settings.unit.chair'), value: term?.chairName },
          ]}
        />
        <div className="so-pane__actions">
          <Button onClick={() => navigate('/organisation')}>{t('settings.unit.open')}</Button>
        </div>
      </div>
      <UnionYear />
    </Pane>
  );
}

function UnionYear() {
  const t = useText();
  const format = useFormat();
  const settings = useQueryOp('settings.get', {});
  const save = useCommandOp('settings.update', { done: () => t('settings.unit.saved') });
  if (!settings.data) return null;
  const { version, unionYearStart } = settings.data;
  const known: Record<string, string> = {
    '01-01': t('settings.unit.calendarYear'),
    '12-01': t('settings.unit.decemberYear'),
  };
  const options = Object.entries(known).map(([value, label]) => ({ value, label }));
  if (!known[unionYearStart])
    options.push({
      value: unionYearStart,
      label: t('settings.unit.otherYear', { day: format.dayMonth(`2026-${unionYearStart}`) }),
    });
  return (
    <div className="so-setting">
      <label htmlFor="union-year">{t('settings.unit.unionYear')}</label>
      <Select
        id="union-year"
        value={unionYearStart}
        options={options}
        onChange={(start) => save.fire({ version, unionYear: { from: todayIso(), start } })}
      />
      <p className="so-caption">{t('settings.unit.unionYearHint')}</p>
    </div>
  );
}
