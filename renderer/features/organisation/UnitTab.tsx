import { Building2, CalendarPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import { ActionButton, EmptyState, Facts, PlainTable, useFormat } from '../../ui';
import { HeadingPreview } from './HeadingPreview';
import { ProfileForm, type ProfileValues } from './ProfileForm';

type Organisation = OutputOf<'organisation.get'>;
type Profile = Organisation['history'][number];

/** The names in force, the heading they make, and the names used before. */
export function UnitTab({ data, onReload }: { data: Organisation; onReload(): void }) {
  const t = useText();
  const format = useFormat();
  const { profile } = data;
  const [editing, setEditing] = useState<{ row: Profile | null; initial: Partial<ProfileValues> } | null>(
    null,
  );
  const [typed, setTyped] = useState<Partial<ProfileValues>>({});
  const save = useCommandOp('organisation.saveProfile', {
    failure: 'inline',
    done: () => t('organisation.unit.saved'),
  });
  const begin = (row: Profile | null, initial: Partial<ProfileValues>) => {
    setTyped(initial);
    setEditing({ row, initial });
  };
  if (editing)
    return (
      <div className="so-organisation">
        <div className="so-organisation__form">
          <ProfileForm
            draftKey={`organisation:${editing.row?.id ?? 'new'}`}
            initial={editing.initial}
            onValues={setTyped}
            onCancel={() => setEditing(null)}
            onReload={onReload}
            onSubmit={async (values) => {
              await save.run({
                ...values,
                id: editing.row?.id ?? null,
                version: editing.row?.version ?? null,
              });
              setEditing(null);
            }}
          />
        </div>
        <HeadingPreview names={typed} />
      </div>
    );
  if (!profile)
    return (
      <EmptyState
        icon={Building2}
        title={t('organisation.unit.empty')}
        primary={{
          key: 'fill',
          label: t('organisation.unit.fill'),
          onClick: () => begin(null, { symbol: 'CĐCS' }),
        }}
      >
        {t('organisation.unit.emptyBody')}
      </EmptyState>
    );
  const { id: _id, version: _version, ...fields } = profile;
  return (
    <div className="so-organisation">
      <section className="so-stack" aria-label={t('organisation.unit.title')}>
        <div className="so-row">
          <ActionButton
            action={{
              key: 'edit',
              label: t('organisation.unit.edit'),
              icon: Pencil,
              onClick: () => begin(profile, fields),
            }}
          />
          <ActionButton
            action={{
              key: 'renew',
              label: t('organisation.unit.renew'),
              icon: CalendarPlus,
              onClick: () => begin(null, { ...fields, validFrom: null }),
            }}
          />
        </div>
        <ProfileFacts profile={profile} />
        {data.history.length > 1 && (
          <>
            <h2>{t('organisation.unit.history')}</h2>
            <p className="so-muted">{t('organisation.unit.historyBody')}</p>
            <PlainTable<Profile>
              framed
              caption={t('organisation.unit.history')}
              rows={data.history}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'from',
                  header: t('organisation.field.validFrom'),
                  width: 130,
                  cell: (row) =>
                    row.validFrom ? format.date(row.validFrom) : t('organisation.unit.fromStart'),
                },
                { key: 'name', header: t('organisation.field.name'), cell: (row) => row.name },
                {
                  key: 'edit',
                  header: '',
                  width: 70,
                  cell: (row) => (
                    <button
                      type="button"
                      className="so-linklike"
                      onClick={() => {
                        const { id, version, ...values } = row;
                        begin({ ...row, id, version }, values);
                      }}
                    >
                      {t('organisation.unit.edit')}
                    </button>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
      <HeadingPreview names={profile} typing={false} />
    </div>
  );
}

function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useText();
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('organisation.field.name'), value: profile.name },
        { label: t('organisation.field.shortName'), value: profile.shortName },
        { label: t('organisation.field.symbol'), value: profile.symbol },
        { label: t('organisation.field.upperName'), value: profile.upperName },
        {
          label: t('organisation.field.upperLevel'),
          value: profile.upperLevel && t(`organisation.level.${profile.upperLevel}`),
        },
        { label: t('organisation.field.employer'), value: profile.employer },
        { label: t('organisation.field.place'), value: profile.place },
        {
          label: t('organisation.field.staffCount'),
          value:
            profile.staffCount === null
              ? null
              : `${format.count(profile.staffCount)} ${t('organisation.people')}`,
        },
        { label: t('organisation.field.validFrom'), value: format.date(profile.validFrom) },
      ]}
    />
  );
}
