/** Whole departments: all, all except, only, nobody. Exceptions are typed without tones. */
import { Checkbox, Segmented } from 'antd';
import { Building2, CircleCheck } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { DEPARTMENT_MODES } from '../../../../shared/domain/eventFigures';
import { useCommandOp, useText } from '../../../client';
import { type Column, chordOf, EmptyState, Page, PlainTable, useFormat } from '../../../ui';
import { CountInForce } from './CountInForce';
import { ExceptionRow } from './ExceptionRow';
import type { Department, ViewProps } from './view';

type Mode = (typeof DEPARTMENT_MODES)[number];
const DONE = { all: 'doneAll', except: 'doneExcept', only: 'doneOnly', none: 'doneNone' } as const;
const keyOf = (department: Department) => department.departmentId ?? 0;

export function DepartmentsView({ event, attendance, page, switcher }: ViewProps) {
  const t = useText();
  const format = useFormat();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const nameOf = useCallback((one: Department) => one.name ?? t('events.people.noDepartment'), [t]);
  const record = useCommandOp('events.setDepartment', {
    done: (_, input) => {
      const one = attendance.departments.find((department) => department.departmentId === input.departmentId);
      return t(`events.people.${DONE[input.mode ?? 'none']}`, { name: one ? nameOf(one) : '' });
    },
  });
  const choose = useCallback(
    (department: Department, mode: Mode) => {
      setOpened(mode === 'except' || mode === 'only' ? keyOf(department) : null);
      if (mode !== department.mode)
        record.fire({ id: event.id, departmentId: department.departmentId, mode });
    },
    [record.fire, event.id],
  );
  const columns = useDepartmentColumns(nameOf, choose, setOpened);
  const close = () => {
    const key = opened;
    setOpened(null);
    if (key !== null) focusModes(key);
  };
  const rows = attendance.departments.filter(
    (one) => !onlyOpen || one.mode === null || keyOf(one) === opened,
  );
  return (
    <Page
      {...page}
      fill
      toolbar={
        <>
          <h2 className="so-events-lead">{t('events.people.departmentsTitle')}</h2>
          <span className="so-caption">
            {t('events.people.recordedOf', {
              done: format.count(attendance.recordedDepartments),
              all: format.count(attendance.departments.length),
            })}
          </span>
          <span className="so-push" />
          <Checkbox
            className="so-events-onlyopen"
            checked={onlyOpen}
            onChange={(change) => setOnlyOpen(change.target.checked)}
          >
            {t('events.people.onlyOpen')}
          </Checkbox>
          {switcher}
        </>
      }
    >
      <div className="so-events-scroll">
        <CountInForce attendance={attendance} />
        {attendance.departments.length === 0 ? (
          <EmptyState
            icon={Building2}
            title={t(
              attendance.audience === 'invited' ? 'events.people.emptyInvited' : 'events.people.emptyList',
            )}
          >
            {t(
              attendance.audience === 'invited'
                ? 'events.people.emptyInvitedBody'
                : 'events.people.emptyListBody',
            )}
          </EmptyState>
        ) : rows.length === 0 ? (
          <EmptyState icon={CircleCheck} title={t('events.people.allRecorded')} />
        ) : (
          <div className="so-events-departments">
            <PlainTable
              caption={t('events.people.departmentsTitle')}
              columns={columns}
              rows={rows}
              rowKey={keyOf}
              rowClass={(one) => (keyOf(one) === opened ? 'so-events-open' : undefined)}
              extra={(one) =>
                keyOf(one) === opened && (one.mode === 'except' || one.mode === 'only') ? (
                  <ExceptionRow
                    key={one.mode}
                    eventId={event.id}
                    department={one}
                    mode={one.mode}
                    onClose={close}
                  />
                ) : null
              }
            />
            <p className="so-caption so-events-keys">{t('events.people.keys')}</p>
          </div>
        )}
      </div>
    </Page>
  );
}

/** Puts the keyboard on the modes of a department: on the chosen one, else the first. */
function focusModes(key: number) {
  const row = document.querySelector(`[data-modes="${key}"]`);
  (row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector('input'))?.focus();
}

/** Up and down go by department, left and right by mode without choosing; Enter, space or 1–4 chooses. */
function onModeKey(event: KeyboardEvent<HTMLElement>, choose: (mode: Mode) => void) {
  const row = event.currentTarget;
  const inputs = [...row.querySelectorAll('input')];
  const at = inputs.indexOf(event.target as HTMLInputElement);
  const chord = chordOf(event);
  const beside = (step: number) => inputs[(at + step + inputs.length) % inputs.length]?.focus();
  const other = (step: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-modes]')];
    const next = rows[rows.indexOf(row) + step];
    if (next) focusModes(Number(next.dataset.modes));
  };
  const pick = (mode: Mode | undefined) => mode && choose(mode);
  const moves: Record<string, (() => void) | undefined> = {
    ArrowLeft: () => beside(-1),
    ArrowRight: () => beside(1),
    ArrowUp: () => other(-1),
    ArrowDown: () => other(1),
    Enter: () => pick(DEPARTMENT_MODES[at]),
    Space: () => pick(DEPARTMENT_MODES[at]),
  };
  const move = /^[1-4]$/.test(chord) ? () => pick(DEPARTMENT_MODES[Number(chord) - 1]) : moves[chord];
  if (!move || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

function useDepartmentColumns(
  nameOf: (one: Department) => string,
  choose: (one: Department, mode: Mode) => void,
  open: (key: number | null) => void,
): Column<Department>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'name', header: t('events.people.department'), cell: nameOf },
      {
        key: 'mode',
        header: t('events.people.came'),
        width: 272,
        cell: (one) => (
          <span
            data-modes={keyOf(one)}
            onKeyDownCapture={(event) => onModeKey(event, (at) => choose(one, at))}
          >
            <Segmented<Mode>
              size="small"
              tabIndex={-1}
              name={`modes-${keyOf(one)}`}
              className="so-events-modes"
              aria-label={t('events.people.modeOf', { name: nameOf(one) })}
              value={one.mode as Mode}
              onChange={(mode) => choose(one, mode)}
              options={DEPARTMENT_MODES.map((value) => ({
                value,
                label: (
                  // biome-ignore lint/a11y/noStaticElementInteractions: the radio inside takes the keys; a click on the chosen mode opens its list
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the list can also be opened by its button
                  <span onClick={() => value === one.mode && choose(one, value)}>
                    {t(`events.people.mode.${value}`)}
                  </span>
                ),
              }))}
            />
          </span>
        ),
      },
      {
        key: 'people',
        header: t('events.people.exceptions'),
        cell: (one) => <Exceptions department={one} name={nameOf(one)} onOpen={() => open(keyOf(one))} />,
      },
      {
        key: 'figure',
        header: t('events.people.figure'),
        width: 84,
        align: 'right',
        cell: (one) => (
          <>
            {one.mode === null ? (
              <span className="so-muted">–</span>
            ) : (
              <strong className="so-strong">{format.count(one.present)}</strong>
            )}
            <span className="so-muted">/{format.count(one.eligible)}</span>
          </>
        ),
      },
    ],
    [t, format, nameOf, choose, open],
  );
}

/** "Lê Thị Hồng Thư ốm +1"; opens the list to be changed. */
function Exceptions({ department, name, onOpen }: { department: Department; name: string; onOpen(): void }) {
  const t = useText();
  const { mode, people, present } = department;
  if (mode === null) return <span className="so-muted">{t('events.people.notRecorded')}</span>;
  if (mode === 'all' || mode === 'none') return null;
  const [first] = people;
  const words =
    mode === 'only' ? (
      t('events.people.listed', { count: present })
    ) : first ? (
      <>
        {first.fullName} {first.reason && <span className="so-muted">{first.reason}</span>}
      </>
    ) : (
      t('events.people.minus', { count: 0 })
    );
  return (
    <span className="so-row">
      <button
        type="button"
        className="so-events-chip"
        title={t('events.people.openList', { name })}
        onClick={onOpen}
      >
        {words}
      </button>
      {mode === 'except' && people.length > 1 && (
        <button
          type="button"
          className="so-events-chip"
          aria-label={t('events.people.openList', { name })}
          onClick={onOpen}
        >
          +{people.length - 1}
        </button>
      )}
    </span>
  );
}
