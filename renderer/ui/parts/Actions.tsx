/** Buttons described as data, so that headers, bars and menus draw them alike. */
import { Button, Dropdown, Tooltip } from 'antd';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useText } from '../../client/i18n';
import { useClosedActions } from '../rights';
import { Icon } from './Icon';

export interface Action {
  key: string;
  /** A verb and, if useful, its object and number: "Thêm đoàn viên". */
  label: string;
  icon?: LucideIcon;
  onClick(): void;
  disabled?: boolean;
  /** Removal: outlined red. */
  danger?: boolean;
  running?: boolean;
  /** Shown in the tooltip: "Ctrl N". */
  keys?: string;
}

export function ActionButton({
  action,
  primary = false,
  size = 'middle',
}: {
  action: Action;
  primary?: boolean;
  size?: 'small' | 'middle' | 'large';
}) {
  const closed = useClosedActions()(action, primary);
  const button = (
    <Button
      type={primary ? 'primary' : 'default'}
      size={size}
      danger={action.danger ?? false}
      disabled={closed !== null || (action.disabled ?? false)}
      loading={action.running ?? false}
      onClick={action.onClick}
      icon={action.icon ? <Icon of={action.icon} /> : undefined}
    >
      {action.label}
    </Button>
  );
  const hint = closed ?? action.keys;
  return hint ? <Tooltip title={hint}>{button}</Tooltip> : button;
}

/** An icon-only button with a tooltip that names it and its key. */
export function IconButton({
  icon,
  label,
  keys,
  onClick,
  disabled = false,
  pressed,
  size = 'middle',
}: {
  icon: LucideIcon;
  label: string;
  keys?: string;
  onClick(): void;
  disabled?: boolean;
  pressed?: boolean;
  size?: 'small' | 'middle';
}) {
  return (
    <Tooltip title={keys ? `${label} · ${keys}` : label} mouseEnterDelay={0.5}>
      <Button
        type="text"
        size={size}
        className="so-icon-button"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
        icon={<Icon of={icon} />}
      />
    </Tooltip>
  );
}

/** The "…" menu of actions that do not fit the header. */
export function MoreMenu({
  actions,
  size = 'middle',
  label,
}: {
  actions: readonly Action[];
  size?: 'small' | 'middle';
  /** Names the menu where a page has several. */
  label?: string;
}) {
  const t = useText();
  const closedOf = useClosedActions();
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: actions.map((action) => ({
          key: action.key,
          label: action.label,
          danger: action.danger ?? false,
          title: closedOf(action) ?? '',
          disabled: closedOf(action) !== null || (action.disabled ?? false),
          icon: action.icon ? <Icon of={action.icon} /> : undefined,
          onClick: action.onClick,
        })),
      }}
    >
      <Button size={size} aria-label={label ?? t('ui.more')} icon={<Icon of={Ellipsis} />} />
    </Dropdown>
  );
}
