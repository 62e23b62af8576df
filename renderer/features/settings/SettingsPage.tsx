/** Settings: a list of parts at the left, the chosen part beside it. */
import type { ComponentType } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { useRights, useText } from '../../client';
import { PageHeader } from '../../ui';
import { BackupPane } from '../backup/BackupPane';
import { TemplatesPane } from '../files/templates/TemplatesPane';
import { PersonalPane } from '../members/consent/PersonalPane';
import { RetentionPane } from '../members/papers/RetentionPane';
import { ExtraFieldsPane } from '../members/privacy/ExtraFieldsPane';
import { PrivacyPane } from '../members/privacy/PrivacyPane';
import { UsersPane } from '../users/UsersPane';
import { AboutPane } from './AboutPane';
import { DataPane } from './DataPane';
import { HolidaysPane } from './HolidaysPane';
import { LogPane } from './LogPane';
import { LookPane } from './LookPane';
import { ExportPane } from './machine/ExportPane';
import { MachinePane } from './machine/MachinePane';
import { UnitPane } from './UnitPane';
import './settings.css';

const PANES = {
  unit: UnitPane,
  backup: BackupPane,
  users: UsersPane,
  privacy: PrivacyPane,
  personal: PersonalPane,
  extra: ExtraFieldsPane,
  retention: RetentionPane,
  templates: TemplatesPane,
  holidays: HolidaysPane,
  look: LookPane,
  data: DataPane,
  export: ExportPane,
  machine: MachinePane,
  log: LogPane,
  about: AboutPane,
} satisfies Record<string, ComponentType>;
type Tab = keyof typeof PANES;

export default function SettingsPage() {
  const t = useText();
  const { tab } = useParams();
  const { reads, changes } = useRights();
  const closed: Partial<Record<Tab, boolean>> = {
    export: !reads('machine'),
    machine: !reads('machine'),
    retention: !changes('members'),
    log: !reads('audit'),
  };
  const active: Tab = tab && tab in PANES && !closed[tab as Tab] ? (tab as Tab) : 'unit';
  const Pane = PANES[active];
  return (
    <div className="so-page">
      <PageHeader title={t('settings.title')} />
      <div className="so-settings">
        <nav className="so-settings__list" aria-label={t('settings.sections')}>
          {(Object.keys(PANES) as Tab[])
            .filter((key) => !closed[key])
            .map((key) => (
              <NavLink
                key={key}
                to={`/settings/${key}`}
                aria-current={key === active ? 'page' : undefined}
                className={`so-settings__item${key === active ? ' so-settings__item--active' : ''}`}
              >
                {t(`settings.tabs.${key}`)}
              </NavLink>
            ))}
        </nav>
        <Pane />
      </div>
    </div>
  );
}
