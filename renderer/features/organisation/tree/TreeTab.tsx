/** The organisation as of a day: union sections and groups beside departments, with head counts and their changes. */
import { Checkbox } from 'antd';
import {
  Archive,
  Award,
  FolderPlus,
  History,
  Medal,
  Merge,
  MoveRight,
  PackageCheck,
  Pencil,
  Split,
  Users,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import {
  type Action,
  ActionButton,
  EmptyState,
  ErrorState,
  FiguresStrip,
  LoadingBars,
  MoreMenu,
  Note,
  type StripFigure,
  useFormat,
} from '../../../ui';
import { DayInput } from '../committees/DayInput';
import { type Asked, ChangeDrawer } from './ChangeDrawer';
import { ClassesDrawer, type ClassesOf } from './ClassesDrawer';
import { HandoverDrawer, type HandoverOf } from './HandoverDrawer';
import { HistoryDrawer, type HistoryOf } from './HistoryDrawer';
import { PeopleDrawer, type PeopleOf } from './PeopleDrawer';
import { TreeView } from './TreeView';
import { branchesOf, KIND_ICON, type Part, type PartKind, type Tree } from './words';
import './tree.css';

export function TreeTab() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const asOf = address.get('asOf');
  const [withClosed, setWithClosed] = useState(false);
  const query = useQueryOp('organisation.tree', { asOf, withClosed }, { keep: true });
  const present = useQueryOp('organisation.tree', { asOf: null, withClosed: false }, { keep: true });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [people, setPeople] = useState<PeopleOf | null>(null);
  const [history, setHistory] = useState<HistoryOf | null>(null);
  const [classes, setClasses] = useState<ClassesOf | null>(null);
  const [handover, setHandover] = useState<HandoverOf | null>(null);
  const setDay = (day: string | null) => {
    const next = new URLSearchParams(address);
    if (day) next.set('asOf', day);
    else next.delete('asOf');
    setAddress(next, { replace: true });
  };
  const open = (unitKind: PartKind): Action => ({
    key: unitKind,
    label: t(`organisationTree.open.${unitKind}`),
    icon: KIND_ICON[unitKind],
    onClick: () => setAsked({ kind: 'open', unitKind }),
  });
  const actionsOf = (part: Part): Action[] => {
    const change = (kind: Exclude<Asked['kind'], 'open'>, icon: Action['icon'], danger = false): Action => ({
      key: kind,
      label: t(`organisationTree.action.${kind}`),
      ...(icon ? { icon } : {}),
      danger,
      onClick: () => setAsked({ kind, part }),
    });
    const see = { unitId: part.id, kind: part.kind, name: part.name };
    return [
      {
        key: 'people',
        label: t('organisationTree.action.people'),
        icon: Users,
        onClick: () => setPeople(see),
      },
      ...(asOf === null && part.open
        ? [
            change('rename', Pencil),
            ...(part.kind === 'section' ? [] : [change('move', MoveRight)]),
            change('merge', Merge),
            change('split', Split),
            change('close', Archive, true),
          ]
        : []),
      ...(part.kind === 'department'
        ? []
        : [
            {
              key: 'classes',
              label: t('organisationTree.action.classes'),
              icon: Medal,
              onClick: () => setClasses({ unitId: part.id, name: part.name }),
            },
          ]),
      ...(part.kind === 'section'
        ? []
        : [
            {
              key: 'awards',
              label: t('awardHistory.ofUnit'),
              icon: Award,
              onClick: () => navigate(`/awards?tab=register&year=all&unit=${part.id}`),
            },
          ]),
      {
        key: 'history',
        label: t('organisationTree.action.history'),
        icon: History,
        onClick: () => setHistory({ unitId: part.id, name: part.name }),
      },
      {
        key: 'handover',
        label: t('organisationTree.action.handover'),
        icon: PackageCheck,
        onClick: () => setHandover({ unitId: part.id, name: part.name }),
      },
    ];
  };
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const branch = (label: string, kinds: readonly PartKind[]) => (
    <BranchCard
      label={label}
      tree={query.data}
      kinds={kinds}
      actionsOf={actionsOf}
      onPeople={(part) => setPeople({ unitId: part.id, kind: part.kind, name: part.name })}
      onRename={(part) => {
        if (asOf === null && part.open) setAsked({ kind: 'rename', part });
      }}
    />
  );
  return (
    <div className="so-stack">
      <div className="so-row so-wrap">
        {asOf === null && (
          <>
            <ActionButton action={open('group')} />
            <ActionButton action={open('department')} />
            <ActionButton action={open('section')} />
          </>
        )}
        <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
          {t('organisation.showClosed')}
        </Checkbox>
        <span className="so-push" />
        <DayInput value={asOf} onChange={setDay} />
        <MoreMenu
          actions={[
            {
              key: 'history',
              label: t('organisationTree.historyAll'),
              icon: History,
              onClick: () => setHistory({ unitId: null, name: null }),
            },
            {
              key: 'classes',
              label: t('organisationTree.action.classes'),
              icon: Medal,
              onClick: () => setClasses({ unitId: null, name: t('organisationTree.classes.whole') }),
            },
            {
              key: 'handover',
              label: t('organisationTree.handoverAll'),
              icon: PackageCheck,
              onClick: () => setHandover({ unitId: null, name: null }),
            },
          ]}
        />
      </div>
      {asOf !== null && <Note icon={History}>{t('organisationTree.past', { date: format.date(asOf) })}</Note>}
      <Figures tree={query.data} onPeople={setPeople} />
      {query.data.units.length === 0 ? (
        <EmptyState icon={FolderPlus} title={t('organisationTree.empty')}>
          {t('organisationTree.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-tree-branches">
          {branch(t('organisationTree.union'), ['section', 'group'])}
          {branch(t('organisationTree.departments'), ['department'])}
        </div>
      )}
      <ChangeDrawer asked={asked} parts={present.data?.units ?? []} onClose={() => setAsked(null)} />
      <PeopleDrawer of={people} asOf={asOf} onClose={() => setPeople(null)} />
      <HistoryDrawer of={history} onClose={() => setHistory(null)} />
      <HandoverDrawer of={handover} asOf={asOf} onClose={() => setHandover(null)} />
      <ClassesDrawer of={classes} onClose={() => setClasses(null)} />
    </div>
  );
}

function BranchCard(props: {
  label: string;
  tree: Tree;
  kinds: readonly PartKind[];
  actionsOf(part: Part): Action[];
  onPeople(part: Part): void;
  onRename(part: Part): void;
}) {
  const t = useText();
  const { label, tree, kinds, ...rest } = props;
  const branches = useMemo(() => branchesOf(tree.units, kinds), [tree.units, kinds]);
  const departments = useMemo(
    () => new Map(tree.units.map((unit) => [unit.id, unit.shortName ?? unit.name])),
    [tree.units],
  );
  const noteOf = (part: Part) =>
    part.departmentId === null ? null : (departments.get(part.departmentId) ?? null);
  return (
    <section className="so-card so-tree-card" aria-label={label}>
      <h2>{label}</h2>
      {branches.length === 0 ? (
        <p className="so-caption">{t('organisationTree.emptyBranch')}</p>
      ) : (
        <TreeView label={label} branches={branches} asOf={tree.asOf} noteOf={noteOf} {...rest} />
      )}
    </section>
  );
}

function Figures({ tree, onPeople }: { tree: Tree; onPeople(of: PeopleOf): void }) {
  const t = useText();
  const format = useFormat();
  const { figures } = tree;
  const parts = (kind: PartKind): StripFigure[] => {
    const { open, active, closed } = figures[kind];
    if (kind === 'section' && open + closed === 0) return [];
    const words = { open: format.count(open), active: format.count(active), closed: format.count(closed) };
    return [
      {
        key: kind,
        label: t(`organisationTree.kind.${kind}`),
        value: words.open,
        note: t(closed > 0 ? 'organisationTree.figures.closed' : 'organisationTree.figures.active', words),
      },
    ];
  };
  const without = (kind: 'group' | 'department', n: number, label: string): StripFigure[] =>
    n === 0
      ? []
      : [
          {
            key: `without-${kind}`,
            label,
            value: format.count(n),
            tone: 'warn',
            onOpen: () => onPeople({ unitId: null, kind, name: label }),
          },
        ];
  return (
    <FiguresStrip
      label={t('organisationTree.figures.label')}
      figures={[
        {
          key: 'members',
          label: t('organisationTree.figures.members'),
          value: format.count(figures.members),
          note: t('organisationTree.figures.asOf', { date: format.date(tree.asOf) }),
        },
        ...parts('section'),
        ...parts('group'),
        ...parts('department'),
        ...without('group', figures.withoutGroup, t('organisationTree.figures.withoutGroup')),
        ...without('department', figures.withoutDepartment, t('organisationTree.figures.withoutDepartment')),
      ]}
    />
  );
}
