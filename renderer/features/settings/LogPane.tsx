import { Input, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AREAS } from '../../../shared/contract/kernel';
import { AUDIT_KINDS, entitiesOf } from '../../../shared/domain/changeFields';
import { formatDate, parseDate } from '../../../shared/domain/dates';
import { useQueryOp, useText } from '../../client';
import { chordOf, FilterChips, Icon, SearchField } from '../../ui';
import { ChainCheck } from './audit/ChainCheck';
import { type ChangeFilter, ChangeList } from './audit/ChangeList';
import { actorText } from './audit/words';
import { Pane } from './Pane';

const LOGGED_AREAS = AREAS.filter((area) => entitiesOf(area).length > 0);
const NO_FILTER = { actor: null, action: null, area: null, from: null, to: null, search: '' } as const;
type Conditions = Pick<ChangeFilter, 'actor' | 'action' | 'area' | 'from' | 'to'> & { search: string };

/** The whole change log: who changed what, from what to what, on any day. */
export function LogPane() {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const [conditions, setConditions] = useState<Conditions>(NO_FILTER);
  const memberId = Number(address.get('member')) || null;
  const member = useQueryOp('members.get', { id: memberId ?? 1 }, { enabled: memberId !== null }).data;
  const filter = useMemo<ChangeFilter>(() => ({ ...conditions, memberId }), [conditions, memberId]);
  const narrowed = memberId !== null || Object.values(conditions).some((value) => value);
  const clear = () => {
    setConditions(NO_FILTER);
    setAddress({}, { replace: true });
  };
  const title = t('audit.title');
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('audit.body')}</p>
      <FilterBar conditions={conditions} onChange={setConditions} />
      <ChainCheck filter={filter} />
      {memberId !== null && (
        <div className="so-row so-wrap">
          <FilterChips
            chips={[
              {
                key: 'member',
                label: t('settings.log.entities.member'),
                value: member?.fields.fullName ?? '…',
                onRemove: () => setAddress({}, { replace: true }),
              },
            ]}
            onClear={clear}
          />
        </div>
      )}
      <ChangeList filter={filter} onClear={narrowed ? clear : undefined} />
    </Pane>
  );
}

function FilterBar({ conditions, onChange }: { conditions: Conditions; onChange(next: Conditions): void }) {
  const t = useText();
  const facets = useQueryOp('audit.facets', {}).data;
  const put = (change: Partial<Conditions>) => onChange({ ...conditions, ...change });
  const anyOption = (label: string) => ({ value: '', label });
  return (
    <div className="so-audit__bar">
      <SearchField
        value={conditions.search}
        onChange={(search) => put({ search })}
        placeholder={t('audit.search')}
        width={228}
      />
      <Choice
        label={t('audit.filter.area')}
        value={conditions.area ?? ''}
        options={[
          anyOption(t('audit.filter.anyArea')),
          ...LOGGED_AREAS.map((area) => ({ value: area, label: t.any(`audit.areas.${area}`) })),
        ]}
        onChange={(area) => put({ area: (area || null) as Conditions['area'] })}
      />
      <Choice
        label={t('audit.filter.action')}
        value={conditions.action ?? ''}
        options={[
          anyOption(t('audit.filter.anyAction')),
          ...AUDIT_KINDS.map((kind) => ({
            value: kind,
            label: t.any(`settings.log.actions.${kind}`) || kind,
          })),
        ]}
        onChange={(action) => put({ action: (action || null) as Conditions['action'] })}
      />
      {facets && facets.actors.length > 1 && (
        <Choice
          label={t('audit.filter.who')}
          value={conditions.actor ?? ''}
          options={[
            anyOption(t('audit.filter.everyone')),
            ...facets.actors.map((actor) => ({ value: actor, label: actorText({ t }, { actor }) })),
          ]}
          onChange={(actor) => put({ actor: actor || null })}
        />
      )}
      <Day
        label={t('audit.filter.from')}
        value={conditions.from ?? null}
        onChange={(from) => put({ from })}
      />
      <Day label={t('audit.filter.to')} value={conditions.to ?? null} onChange={(to) => put({ to })} />
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange(value: string): void;
}) {
  const id = useId();
  return (
    <div className="so-audit__field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="small"
        value={value}
        options={options}
        onChange={onChange}
        popupMatchSelectWidth={false}
        suffixIcon={<Icon of={ChevronDown} />}
        style={{ width: 128 }}
      />
    </div>
  );
}

/** A day that may be left empty; Enter or leaving the field applies it. */
function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange(day: string | null): void;
}) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const read = text === null || text.trim() === '' ? null : parseDate(text);
  const wrong = read !== null && (!read.ok || read.iso.length < 10);
  const apply = () => {
    if (text === null || wrong) return;
    onChange(read?.ok ? read.iso : null);
    setText(null);
  };
  return (
    <div className="so-audit__field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        value={text ?? (value === null ? '' : formatDate(value))}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (chordOf(event) === 'Enter') apply();
        }}
        autoComplete="off"
      />
    </div>
  );
}
