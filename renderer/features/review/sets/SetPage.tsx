/** One criteria set: groups, criteria and ranks, each edited beside the table and saved at once. */
import {
  Check,
  Copy,
  FileOutput,
  FileText,
  GitCompare,
  RotateCcw,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import { type Action, ErrorState, LoadingBars, Note, Page, useFormat } from '../../../ui';
import '../review.css';
import { CompareSetsDrawer } from './CompareSetsDrawer';
import { ConfirmSetDialog } from './ConfirmSetDialog';
import { SetPanel } from './SetPanel';
import { RanksTable, SetTable } from './SetTable';
import type { SetDetail, SetFields, Target } from './tree';

export default function SetPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('review.set', { id }, { keep: true });
  if (query.data?.id === id) return <Loaded set={query.data} />;
  return (
    <Page title={t('review.set.title')} crumbs={[{ label: t('review.set.title'), to: '/review/sets' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function Loaded({ set }: { set: SetDetail }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [target, setTarget] = useState<Target | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [comparing, setComparing] = useState(false);
  const save = useCommandOp('review.saveSet', {
    failure: 'inline',
    done: (data) => t(data.copied ? 'review.set.newEdition' : 'review.set.saved'),
  });
  /** Saves the whole set; a new edition has its own address. */
  const put = async (fields: SetFields) => {
    const saved = await save.run({ id: set.id, version: set.version, ...fields });
    if (saved.id !== set.id) navigate(`/review/sets/${saved.id}`, { replace: true });
  };
  const { fields } = set;
  const sum = fields.groups.reduce((total, group) => total + group.max, 0);
  const { actions, more } = useSetActions(
    set,
    () => setConfirming(true),
    () => setTarget({ kind: 'head' }),
    () => setComparing(true),
  );
  return (
    <Page
      fill
      title={t.language === 'vi' ? fields.name : (fields.nameEn ?? fields.name)}
      crumbs={[
        { label: t('review.title'), to: '/review' },
        { label: t('review.set.title'), to: '/review/sets' },
      ]}
      facts={
        <>
          {[
            t(`reviewWork.set.kinds.${fields.kind}`),
            `${t('review.set.edition')} ${format.count(set.edition)}`,
            fields.formula &&
              t('reviewWork.formula', {
                a: fields.formula.first,
                b: fields.formula.second,
                sum: fields.formula.first + fields.formula.second,
              }),
            fields.validFrom && `${t('review.set.validFrom')} ${format.date(fields.validFrom)}`,
            t('review.set.sum', { sum: format.decimal(sum, 2) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {fields.source && (
            <>
              {' · '}
              <span lang="vi">{fields.source}</span>
            </>
          )}
        </>
      }
      actions={actions}
      more={more}
      side={
        target && (
          <SetPanel
            key={JSON.stringify(target)}
            set={set}
            target={target}
            onSave={put}
            onClose={() => setTarget(null)}
            onTarget={setTarget}
          />
        )
      }
    >
      <div className="so-review-set">
        {set.confirmedOn === null && (
          <Note tone="warn" icon={TriangleAlert}>
            {t('review.set.reference')}
          </Note>
        )}
        {set.locked && (
          <Note tone="muc" icon={FileText}>
            {t('review.set.locked')}
          </Note>
        )}
        <SetTable fields={fields} target={target} onTarget={setTarget} />
        <RanksTable fields={fields} target={target} onTarget={setTarget} />
      </div>
      {comparing && <CompareSetsDrawer set={set} onClose={() => setComparing(false)} />}
      {confirming && <ConfirmSetDialog set={set} onClose={() => setConfirming(false)} />}
    </Page>
  );
}

function useSetActions(
  set: SetDetail,
  confirm: () => void,
  editHead: () => void,
  compare: () => void,
): { actions: Action[]; more: Action[] } {
  const t = useText();
  const navigate = useNavigate();
  const name = t('review.set.copyName', { name: set.fields.name.slice(0, 130) });
  const copy = useCommandOp('review.copySet', { done: () => t('review.set.copied', { name }) });
  const out = useJobOp('review.exportSet');
  const trash = useCommandOp('review.trashSets', { done: () => t('review.set.trashed') });
  const unconfirm = useCommandOp('review.confirmSet', { done: () => t('review.set.unconfirmed') });
  const confirmed = set.confirmedOn !== null;
  return {
    actions: [
      { key: 'head', label: t('review.set.head'), icon: FileText, onClick: editHead },
      confirmed
        ? {
            key: 'unconfirm',
            label: t('review.set.unconfirm'),
            icon: RotateCcw,
            onClick: () => unconfirm.fire({ id: set.id, version: set.version, confirmedOn: null }),
          }
        : { key: 'confirm', label: t('review.set.confirm'), icon: Check, onClick: confirm },
    ],
    more: [
      {
        key: 'xlsx',
        label: t('reviewWork.set.exportXlsx'),
        icon: FileOutput,
        onClick: () =>
          void out
            .run({ id: set.id })
            .then(saveFile)
            .catch(() => undefined),
      },
      { key: 'compare', label: t('reviewWork.set.compare'), icon: GitCompare, onClick: compare },
      {
        key: 'copy',
        label: t('review.set.copy'),
        icon: Copy,
        onClick: () =>
          void copy
            .run({ id: set.id, name })
            .then((made) => navigate(`/review/sets/${made.id}`))
            .catch(() => undefined),
      },
      {
        key: 'trash',
        label: t('review.set.trash'),
        icon: Trash2,
        danger: true,
        onClick: () =>
          void trash
            .run({ ids: [set.id] })
            .then(() => navigate('/review/sets'))
            .catch(() => undefined),
      },
    ],
  };
}
