/** Saved versions of a layout: none is ever lost, any may be used again. */
import type { OutputOf } from '../../../shared/contract';
import { useText } from '../../client';
import { ActionButton, Drawer, Tag, useFormat } from '../../ui';

type Own = NonNullable<OutputOf<'certificates.layout'>['own']>;

export function VersionsDrawer(props: {
  open: boolean;
  own: Own;
  onClose(): void;
  onUse(number: number): void;
}) {
  const { open, own, onClose, onUse } = props;
  const t = useText();
  const format = useFormat();
  return (
    <Drawer open={open} onClose={onClose} title={t('designer.versions')}>
      <p className="so-caption">{t('designer.versionsBody')}</p>
      <ol className="so-des-versions">
        {own.versions.map((row) => (
          <li key={row.number}>
            <div>
              <span className="so-strong">{t('designer.version', { number: row.number })}</span>
              <div className="so-caption">
                {[format.dateTime(row.at), row.actor, row.note].filter(Boolean).join(' · ')}
              </div>
            </div>
            <span className="so-push" />
            {row.number === own.current ? (
              <Tag tone="ok">{t('designer.inUse')}</Tag>
            ) : (
              <ActionButton
                size="small"
                action={{
                  key: 'use',
                  label: t('designer.useVersion', { number: row.number }),
                  onClick: () => onUse(row.number),
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
