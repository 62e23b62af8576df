/** The team of a session: who of it came, who led and who wrote the minutes. */
import { Checkbox, Select } from 'antd';
import { ChevronDown, Trash2 } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import { TEAM_PARTS, type TeamPart } from '../../../shared/domain/inspection';
import { useText } from '../../client';
import { findMembers, Icon, IconButton, NamePicker } from '../../ui';

export type Attendee = OutputOf<'inspection.session'>['attendees'][number];

interface TeamFieldProps {
  people: readonly Attendee[];
  onChange(people: readonly Attendee[]): void;
}

const keyOf = (one: Attendee): string => (one.memberId === null ? `n:${one.name}` : `m:${one.memberId}`);

export function TeamField({ people, onChange }: TeamFieldProps) {
  const t = useText();
  const change = (at: number, more: Partial<Attendee>) =>
    onChange(people.map((one, i) => (i === at ? { ...one, ...more } : one)));
  const add = (one: Pick<Attendee, 'memberId' | 'name' | 'shown'>) => {
    const added: Attendee = { ...one, post: null, part: 'member', present: true };
    if (!people.some((known) => keyOf(known) === keyOf(added))) onChange([...people, added]);
  };
  return (
    <div className="so-stack so-inspection-team">
      {people.length === 0 && <p className="so-caption">{t('inspection.team.none')}</p>}
      {people.map((one, at) => (
        <span className="so-row" key={keyOf(one)}>
          <Checkbox
            checked={one.present}
            aria-label={t('inspection.team.came', { name: one.shown })}
            onChange={(event) => change(at, { present: event.target.checked })}
          />
          <span>
            <span className="so-strong" lang="vi">
              {one.shown}
            </span>{' '}
            <span className="so-caption" lang="vi">
              {one.post}
            </span>
          </span>
          <span className="so-push" />
          <Select<TeamPart>
            size="small"
            className="so-inspection-part"
            aria-label={t('inspection.team.partOf', { name: one.shown })}
            value={one.part}
            onChange={(part) => change(at, { part })}
            suffixIcon={<Icon of={ChevronDown} />}
            options={TEAM_PARTS.map((value) => ({ value, label: t(`inspection.part.${value}`) }))}
          />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('inspection.team.takeOff', { name: one.shown })}
            onClick={() => onChange(people.filter((_, i) => i !== at))}
          />
        </span>
      ))}
      <NamePicker
        label={t('inspection.team.addPerson')}
        placeholder={t('inspection.team.personName')}
        find={findMembers}
        onPick={(one) => add({ memberId: one.memberId, name: null, shown: one.fullName })}
      />
    </div>
  );
}
