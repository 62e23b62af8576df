/** The line of a criteria set being edited; saving puts it in the set at once and can be taken back. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { announceFailure, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  IconButton,
  RecordForm,
  ScoreField,
  SidePanel,
  SwitchField,
  TextField,
} from '../../../ui';
import { CriterionForm } from './CriterionForm';
import { RankForm } from './RankForm';
import {
  type Group,
  moved,
  type SetDetail,
  type SetFields,
  type Target,
  withCriterion,
  withGroup,
  withRank,
} from './tree';

export interface PanelProps {
  set: SetDetail;
  target: Target;
  /** Rejects when the store refuses. */
  onSave(fields: SetFields): Promise<void>;
  onClose(): void;
  onTarget(target: Target): void;
}

export function SetPanel(props: PanelProps) {
  const { set, target, onSave, onClose } = props;
  const t = useText();
  const { title, known } = describe(props, t);
  const remove = () => onSave(removed(set.fields, target)).then(onClose, announceFailure);
  return (
    <SidePanel
      width="wide"
      title={title}
      onClose={onClose}
      footer={
        known && target.kind !== 'head' ? (
          <>
            {target.kind !== 'rank' && <MoveButtons {...props} />}
            <span className="so-push" />
            <IconButton icon={Trash2} label={t('review.set.remove')} onClick={() => void remove()} />
          </>
        ) : undefined
      }
    >
      <PanelForm {...props} />
    </SidePanel>
  );
}

function describe(
  { set, target }: PanelProps,
  t: ReturnType<typeof useText>,
): { title: string; known: boolean } {
  const { groups, ranks } = set.fields;
  if (target.kind === 'head') return { title: t('review.set.head'), known: true };
  if (target.kind === 'rank') {
    const known = ranks[target.rank] !== undefined;
    return { title: t(known ? 'review.set.editRank' : 'review.set.newRank'), known };
  }
  const group = groups[target.group];
  if (target.kind === 'group')
    return group
      ? { title: t('review.set.editGroup', { code: group.code }), known: true }
      : { title: t('review.set.newGroup'), known: false };
  const criterion = group?.criteria[target.criterion];
  return criterion
    ? { title: t('review.set.editCriterion', { code: criterion.code }), known: true }
    : { title: t('review.set.newCriterion'), known: false };
}

function removed(fields: SetFields, target: Target): SetFields {
  if (target.kind === 'group') return withGroup(fields, target.group, null);
  if (target.kind === 'criterion') return withCriterion(fields, target.group, target.criterion, null);
  return target.kind === 'rank' ? withRank(fields, target.rank, null) : fields;
}

function MoveButtons({ set, target, onSave, onTarget }: PanelProps) {
  const t = useText();
  const at = target.kind === 'criterion' ? target.criterion : target.kind === 'group' ? target.group : 0;
  const length =
    target.kind === 'criterion'
      ? (set.fields.groups[target.group]?.criteria.length ?? 0)
      : set.fields.groups.length;
  const move = (by: -1 | 1) => {
    onSave(moved(set.fields, target, by)).then(() => {
      if (target.kind === 'criterion') onTarget({ ...target, criterion: at + by });
      if (target.kind === 'group') onTarget({ ...target, group: at + by });
    }, announceFailure);
  };
  return (
    <>
      <IconButton icon={ArrowUp} label={t('review.set.up')} disabled={at === 0} onClick={() => move(-1)} />
      <IconButton
        icon={ArrowDown}
        label={t('review.set.down')}
        disabled={at >= length - 1}
        onClick={() => move(1)}
      />
    </>
  );
}

function PanelForm(props: PanelProps) {
  switch (props.target.kind) {
    case 'head':
      return <HeadForm {...props} />;
    case 'group':
      return <GroupForm {...props} at={props.target.group} />;
    case 'criterion':
      return <CriterionForm {...props} group={props.target.group} at={props.target.criterion} />;
    case 'rank':
      return <RankForm {...props} at={props.target.rank} />;
  }
}

interface Head extends Pick<SetFields, 'name' | 'nameEn' | 'validFrom' | 'source'> {
  halves: boolean;
  first: number | null;
  second: number | null;
  unproven: number | null;
}

function HeadForm({ set, onSave, onClose }: PanelProps) {
  const t = useText();
  const { name, nameEn, validFrom, source, kind, formula, unprovenShare } = set.fields;
  const [halves, setHalves] = useState(formula !== null);
  const initial: Head = {
    ...{ name, nameEn, validFrom, source, halves: formula !== null },
    first: formula?.first ?? 1,
    second: formula?.second ?? 2,
    unproven: unprovenShare === null ? null : Math.round(unprovenShare * 10_000) / 100,
  };
  const put = ({ halves: two, first, second, unproven, ...values }: Head) =>
    onSave({
      ...set.fields,
      ...values,
      formula: two ? { first: first ?? 1, second: second ?? 2 } : null,
      unprovenShare: unproven === null ? null : unproven / 100,
    });
  return (
    <RecordForm<Head>
      draftKey={null}
      initial={initial}
      onCancel={onClose}
      onSubmit={put}
      onValues={(values) => setHalves(values.halves ?? false)}
    >
      <TextField name="name" label={t('review.set.name')} required max={150} autoFocus />
      <TextField name="nameEn" label={t('review.set.nameEn')} optional max={150} />
      <DateField name="validFrom" label={t('review.set.validFrom')} precision="day" optional />
      <TextField
        name="source"
        label={t('review.set.source')}
        hint={t('review.set.sourceHint')}
        optional
        max={300}
      />
      {kind === 'union' && (
        <>
          <ScoreField
            name="unproven"
            label={t('reviewWork.set.unproven')}
            hint={t('reviewWork.set.unprovenHint')}
            min={0}
            max={100}
            optional
          />
          <SwitchField name="halves" label={t('reviewWork.set.halves')} />
          {halves && (
            <FieldRow>
              <ScoreField name="first" label={t('reviewWork.set.first')} min={0.25} max={10} />
              <ScoreField name="second" label={t('reviewWork.set.second')} min={0.25} max={10} />
            </FieldRow>
          )}
        </>
      )}
    </RecordForm>
  );
}

function GroupForm({ set, at, onSave, onClose }: PanelProps & { at: number }) {
  const t = useText();
  const group: Group = set.fields.groups[at] ?? {
    code: String(at + 1),
    title: '',
    titleEn: null,
    max: 10,
    bonus: false,
    criteria: [],
  };
  const { criteria, ...initial } = group;
  return (
    <RecordForm<Omit<Group, 'criteria'>>
      draftKey={null}
      initial={initial}
      onCancel={onClose}
      onSubmit={(values) => onSave(withGroup(set.fields, at, { ...group, ...values, criteria }))}
    >
      <TextField name="code" label={t('review.set.code')} required max={12} />
      <TextField name="title" label={t('review.set.itemTitle')} required max={300} autoFocus />
      <TextField name="titleEn" label={t('review.set.itemTitleEn')} optional max={300} />
      <ScoreField
        name="max"
        label={t('review.set.cap')}
        hint={t('review.set.capHint')}
        required
        min={0}
        max={1000}
      />
      <SwitchField name="bonus" label={t('review.set.bonus')} />
    </RecordForm>
  );
}
