/**
 * A page of the sheet: header that never scrolls away (crumb, title, facts, actions, tabs), a body, and an optional
 * side panel. Sets the document title; holds the one h1 of the screen.
 */
import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode, useEffect } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../../client/i18n';
import { type Action, ActionButton, MoreMenu } from '../parts/Actions';
import { Icon } from '../parts/Icon';
import { Tag } from '../parts/Tag';
import { usePageClosed } from '../rights';
import { Tabs, type TabsProps } from './Tabs';

export interface Crumb {
  label: string;
  to?: string;
}

export interface PageHeaderProps {
  title: string;
  /** Shown instead of the plain title, e.g. with an avatar; `title` still names the document. */
  titleNode?: ReactNode;
  crumbs?: readonly Crumb[];
  /** One grey line; facts are joined by " · ". */
  facts?: ReactNode | readonly (string | null | undefined | false)[];
  /** Before the title, e.g. an avatar. */
  lead?: ReactNode;
  /** At most one. */
  primary?: Action;
  /** At most two. */
  actions?: readonly Action[];
  /** Everything else, under "…". */
  more?: readonly Action[];
  /** Free content left of the buttons, e.g. a period switch or a score. */
  extra?: ReactNode;
  tabs?: TabsProps;
  /** Right end of the tab line. */
  tabsExtra?: ReactNode;
}

export function PageHeader(props: PageHeaderProps) {
  const t = useText();
  const {
    title,
    titleNode,
    crumbs,
    facts,
    lead,
    primary,
    actions = [],
    more = [],
    extra,
    tabs,
    tabsExtra,
  } = props;
  useEffect(() => {
    document.title = t('app.windowTitle', { page: title });
  }, [title, t]);
  const factLine = Array.isArray(facts) ? facts.filter(Boolean).join(' · ') : (facts as ReactNode);
  return (
    <header className={`so-header${tabs ? ' so-header--tabs' : ''}`}>
      <div className="so-header__top">
        {lead}
        <div className="so-header__words">
          {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} label={t('ui.breadcrumb')} />}
          <h1 tabIndex={-1}>{titleNode ?? title}</h1>
          {factLine ? <div className="so-header__facts">{factLine}</div> : null}
        </div>
        <div className="so-header__actions">
          <ReadOnly />
          {extra}
          {actions.map((action) => (
            <ActionButton key={action.key} action={action} />
          ))}
          {primary && <ActionButton action={primary} primary />}
          <MoreMenu actions={more} />
        </div>
      </div>
      {tabs && (
        <div className="so-header__tabs">
          <Tabs {...tabs} />
          {tabsExtra && <div className="so-push">{tabsExtra}</div>}
        </div>
      )}
    </header>
  );
}

/** Says beside the buttons that the role at work only reads this page. */
function ReadOnly() {
  const t = useText();
  const closed = usePageClosed();
  if (closed === null) return null;
  return (
    <span title={closed}>
      <Tag tone="neutral">{t('users.may.chip')}</Tag>
    </span>
  );
}

function Crumbs({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="so-crumbs">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <Icon of={ChevronRight} size={13} />}
          {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span>{crumb.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}

export interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /** Between header and body, over the full width: filters. */
  toolbar?: ReactNode;
  /** Stands at the right of the body; see SidePanel. */
  side?: ReactNode;
  /** Fixed at the foot of the sheet: wizard buttons, the note of a table. */
  footer?: ReactNode;
  /** The body is a table or designer that scrolls by itself: no padding, no scrolling here. */
  fill?: boolean;
}

export function Page({ children, toolbar, side, footer, fill = false, ...header }: PageProps) {
  return (
    <div className="so-page">
      <PageHeader {...header} />
      <div className="so-page__middle">
        <div className="so-page__column">
          {toolbar && <div className="so-page__toolbar">{toolbar}</div>}
          <div className={`so-page__body${fill ? ' so-page__body--fill' : ''}`}>{children}</div>
          {footer && <div className="so-page__footer">{footer}</div>}
        </div>
        {side}
      </div>
    </div>
  );
}
