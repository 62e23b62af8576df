/** What a screen shows when there is nothing to show: empty, filtered to nothing, loading, failed, changed elsewhere. */
import { Button } from 'antd';
import { CircleAlert, ListFilter, LockKeyhole, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { OpError, sentenceOf, supportCode } from '../../client/client';
import { useText } from '../../client/i18n';
import { useRole } from '../../client/session';
import { type Action, ActionButton } from '../parts/Actions';
import { Icon } from '../parts/Icon';

export interface EmptyStateProps {
  icon: LucideIcon;
  /** What is missing: "Chưa có đoàn viên nào". */
  title: string;
  /** How to fill it. */
  children?: ReactNode;
  primary?: Action;
  actions?: readonly Action[];
}

export function EmptyState({ icon, title, children, primary, actions = [] }: EmptyStateProps) {
  return (
    <div className="so-empty">
      <span className="so-empty__icon">
        <Icon of={icon} size={20} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {(primary || actions.length > 0) && (
        <div className="so-row so-wrap">
          {primary && <ActionButton action={primary} primary />}
          {actions.map((action) => (
            <ActionButton key={action.key} action={action} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Says which condition to drop. */
export function FilteredEmpty({
  conditions,
  onClear,
}: {
  conditions: readonly { label: string; onRemove(): void }[];
  onClear(): void;
}) {
  const t = useText();
  return (
    <EmptyState
      icon={ListFilter}
      title={t('ui.filter.empty')}
      actions={[
        ...conditions.map((one) => ({
          key: one.label,
          label: t('ui.filter.drop', { name: one.label }),
          onClick: one.onRemove,
        })),
        { key: 'clear', label: t('ui.filter.clear'), onClick: onClear },
      ]}
    >
      {t('ui.filter.emptyBody')}
    </EmptyState>
  );
}

/** True once `waiting` has lasted 300 ms: quick answers show no skeleton. */
export function useSlow(waiting: boolean, ms = 300): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), ms);
    return () => clearTimeout(timer);
  }, [waiting, ms]);
  return waiting && slow;
}

/** Nothing for 300 ms, then grey bars. `lines` lays them as text, `rows` as table rows. */
export function LoadingBars({ rows = 6, kind = 'rows' }: { rows?: number; kind?: 'rows' | 'lines' }) {
  const t = useText();
  const slow = useSlow(true);
  return (
    <div className={`so-bars so-bars--${kind}`} role="status">
      <span className="so-sr">{t('ui.loading')}</span>
      {slow &&
        Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
          <div key={row} className="so-bars__row" aria-hidden>
            <span style={{ width: `${[26, 20, 28][row % 3]}%` }} />
            <span style={{ width: `${[14, 14, 9][row % 3]}%` }} />
            <span style={{ width: `${[30, 26, 34][row % 3]}%` }} />
          </div>
        ))}
    </div>
  );
}

/** A failure in place. What was typed stays; `onRetry` reads or does it again. */
export function ErrorState({
  error,
  title,
  onRetry,
  retryLabel,
}: {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  retryLabel?: string;
}) {
  const role = useRole();
  const t = useText();
  const code = supportCode(error);
  if (error instanceof OpError && error.code === 'FORBIDDEN' && role !== 'chair')
    return (
      <EmptyState icon={LockKeyhole} title={t('users.may.page', { role: t(`users.roles.${role}`) })}>
        {t('users.may.pageBody')}
      </EmptyState>
    );
  return (
    <div className="so-note so-note--bad" role="alert">
      <Icon of={CircleAlert} />
      <div>
        <strong>{title ?? t('ui.error.load')}</strong>
        <p>{sentenceOf(error, t)}</p>
        <div className="so-row so-note__actions">
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {retryLabel ?? t('ui.retryLoad')}
            </Button>
          )}
          {code && <span className="so-caption">{t('ui.code', { code })}</span>}
        </div>
      </div>
    </div>
  );
}

/** The record was changed in another window; what was typed stays until one of the two is chosen. */
export function ConflictNotice({
  fields,
  onKeepMine,
  onSeeTheirs,
}: {
  /** Names of the fields that differ, if known. */
  fields?: readonly string[];
  onKeepMine?: () => void;
  onSeeTheirs: () => void;
}) {
  const t = useText();
  return (
    <div className="so-note so-note--warn" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <strong>{t('ui.conflict.title')}</strong>
        <p>
          {fields?.length ? t('ui.conflict.differs', { fields: fields.join(', ') }) : t('ui.conflict.body')}
        </p>
        <div className="so-row so-note__actions">
          {onKeepMine && (
            <Button size="small" onClick={onKeepMine}>
              {t('ui.conflict.mine')}
            </Button>
          )}
          <Button size="small" onClick={onSeeTheirs}>
            {t('ui.conflict.theirs')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** A calm remark in a tinted frame: muc for information, warn for what needs a look, ok for done. */
export function Note({
  tone = 'muc',
  icon,
  title,
  children,
  action,
}: {
  tone?: 'muc' | 'warn' | 'ok' | 'bad';
  icon: LucideIcon;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`so-note so-note--${tone}`}>
      <Icon of={icon} />
      <div>
        {title && <strong>{title}</strong>}
        {children && <p>{children}</p>}
      </div>
      {action && <div className="so-push">{action}</div>}
    </div>
  );
}
