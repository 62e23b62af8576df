/** Parts of a split: their names, and who goes to which; the rest stays or goes to one of them. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { fold } from '../../../../shared/text/fold';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, IconButton, LoadingBars, SearchField } from '../../../ui';
import type { Change, Part } from './words';

interface SplitPart {
  key: number;
  name: string;
  targetId: number | null;
  memberIds: readonly number[];
  childIds: readonly number[];
}
export interface SplitState {
  parts: readonly SplitPart[];
  restTo: number | null;
  next: number;
}
const emptyPart = (key: number): SplitPart => ({
  key,
  name: '',
  targetId: null,
  memberIds: [],
  childIds: [],
});
export const startSplit = (): SplitState => ({ parts: [emptyPart(1)], restTo: null, next: 2 });

/** The change told by the fields; null while a part has no name. */
export function readSplit(part: Part, on: string, state: SplitState): Change | null {
  if (state.parts.some((one) => one.targetId === null && one.name.trim() === '')) return null;
  return {
    kind: 'split',
    on,
    unitId: part.id,
    restTo: state.restTo,
    parts: state.parts.map(({ name, targetId, memberIds, childIds }) => ({
      name: name.trim() || '–',
      shortName: null,
      parentId: part.parentId,
      targetId,
      memberIds: [...memberIds],
      childIds: [...childIds],
    })),
  };
}

export interface SplitFieldsProps {
  part: Part;
  parts: readonly Part[];
  on: string | null;
  state: SplitState;
  onChange(state: SplitState): void;
}

export function SplitFields({ part, parts, on, state, onChange }: SplitFieldsProps) {
  const t = useText();
  const [at, setAt] = useState(0);
  const current = Math.min(at, state.parts.length - 1);
  const put = (index: number, more: Partial<SplitPart>) =>
    onChange({ ...state, parts: state.parts.map((one, i) => (i === index ? { ...one, ...more } : one)) });
  const nameOf = (one: SplitPart, index: number) =>
    one.targetId !== null
      ? (parts.find((known) => known.id === one.targetId)?.name ?? '')
      : one.name.trim() || t('organisationTree.change.part', { n: index + 1 });
  const others = parts.filter((one) => one.open && one.kind === part.kind && one.id !== part.id);
  return (
    <fieldset className="so-tree-split">
      <legend>{t('organisationTree.change.parts')}</legend>
      {state.parts.map((one, index) => (
        <div key={one.key} className="so-tree-split__part">
          <Select<number | null>
            size="small"
            aria-label={`${t('organisationTree.change.partTo')} ${index + 1}`}
            value={one.targetId ?? 0}
            onChange={(value) => put(index, { targetId: value || null })}
            options={[
              { value: 0, label: t('organisationTree.change.newPart') },
              ...others.map((other) => ({ value: other.id, label: other.name })),
            ]}
          />
          {one.targetId === null && (
            <Input
              size="small"
              aria-label={`${t('organisationTree.change.name')} ${index + 1}`}
              value={one.name}
              maxLength={150}
              autoFocus={index === 0}
              autoComplete="off"
              onChange={(event) => put(index, { name: event.target.value })}
            />
          )}
          <button
            type="button"
            className="so-linklike"
            aria-pressed={index === current}
            onClick={() => setAt(index)}
          >
            {t('organisationTree.change.chosen', { count: one.memberIds.length + one.childIds.length })}
          </button>
          {state.parts.length > 1 && (
            <IconButton
              icon={X}
              size="small"
              label={t('organisationTree.change.removePart', { n: index + 1 })}
              onClick={() =>
                onChange({
                  ...state,
                  restTo: null,
                  parts: state.parts.filter((_, i) => i !== index),
                })
              }
            />
          )}
        </div>
      ))}
      <ActionButton
        size="small"
        action={{
          key: 'add',
          label: t('organisationTree.change.addPart'),
          icon: Plus,
          onClick: () => {
            onChange({ ...state, parts: [...state.parts, emptyPart(state.next)], next: state.next + 1 });
            setAt(state.parts.length);
          },
        }}
      />
      <div className="so-tree-split__who">
        <strong>
          {t('organisationTree.change.choose', { name: nameOf(state.parts[current]!, current) })}
        </strong>
        {part.kind !== 'section' && on && (
          <ChoosePeople part={part} on={on} state={state} current={current} put={put} nameOf={nameOf} />
        )}
        <ChooseParts part={part} parts={parts} state={state} current={current} put={put} />
      </div>
      <div className="so-tree-split__rest">
        <strong>{t('organisationTree.change.rest')}</strong>
        <Radio.Group
          vertical
          aria-label={t('organisationTree.change.rest')}
          value={state.restTo ?? -1}
          onChange={(event) =>
            onChange({ ...state, restTo: event.target.value === -1 ? null : (event.target.value as number) })
          }
        >
          <Radio value={-1}>{t('organisationTree.change.restStay', { name: part.name })}</Radio>
          {state.parts.map((one, index) => (
            <Radio key={one.key} value={index}>
              {t('organisationTree.change.restGo', { name: nameOf(one, index), from: part.name })}
            </Radio>
          ))}
        </Radio.Group>
      </div>
    </fieldset>
  );
}

interface ChooseProps {
  part: Part;
  state: SplitState;
  current: number;
  put(index: number, more: Partial<SplitPart>): void;
}

function ChoosePeople({
  part,
  on,
  state,
  current,
  put,
  nameOf,
}: ChooseProps & { on: string; nameOf(one: SplitPart, index: number): string }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const query = useQueryOp(
    'organisation.unitPeople',
    { unitId: part.id, kind: part.kind, asOf: on, limit: 500 },
    { keep: true },
  );
  if (!query.data) return query.error ? null : <LoadingBars kind="lines" />;
  const chosen = state.parts[current]!.memberIds;
  const goes = new Map(state.parts.flatMap((one, index) => one.memberIds.map((id) => [id, index] as const)));
  const typed = fold(search);
  const shown = query.data.rows.filter((row) =>
    fold(`${row.fullName} ${row.jobTitle ?? ''}`).includes(typed),
  );
  const free = shown.filter((row) => (goes.get(row.id) ?? current) === current).map((row) => row.id);
  return (
    <>
      <div className="so-row">
        <SearchField value={search} onChange={setSearch} placeholder={t('organisationTree.people.search')} />
        <button
          type="button"
          className="so-linklike"
          onClick={() => put(current, { memberIds: [...new Set([...chosen, ...free])] })}
        >
          {t('organisationTree.change.allShown')}
        </button>
        <button
          type="button"
          className="so-linklike"
          onClick={() => put(current, { memberIds: chosen.filter((id) => !free.includes(id)) })}
        >
          {t('organisationTree.change.noneShown')}
        </button>
      </div>
      <ul className="so-tree-split__people">
        {shown.map((row) => {
          const to = goes.get(row.id);
          const elsewhere = to !== undefined && to !== current;
          return (
            <li key={row.id}>
              <Checkbox
                checked={to === current}
                disabled={elsewhere}
                onChange={(event) =>
                  put(current, {
                    memberIds: event.target.checked
                      ? [...chosen, row.id]
                      : chosen.filter((id) => id !== row.id),
                  })
                }
              >
                {row.fullName}
              </Checkbox>
              <span className="so-caption">
                {elsewhere ? `→ ${nameOf(state.parts[to]!, to)}` : (row.jobTitle ?? '')}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function ChooseParts({ part, parts, state, current, put }: ChooseProps & { parts: readonly Part[] }) {
  const t = useText();
  const under = parts.filter((one) => one.open && one.parentId === part.id);
  if (under.length === 0) return null;
  const goes = new Map(state.parts.flatMap((one, index) => one.childIds.map((id) => [id, index] as const)));
  const chosen = state.parts[current]!.childIds;
  return (
    <>
      <span className="so-caption">{t('organisationTree.change.children')}</span>
      <ul className="so-tree-split__people">
        {under.map((one) => (
          <li key={one.id}>
            <Checkbox
              checked={goes.get(one.id) === current}
              disabled={goes.has(one.id) && goes.get(one.id) !== current}
              onChange={(event) =>
                put(current, {
                  childIds: event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id),
                })
              }
            >
              {one.name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}
