import { Lock } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract';
import { MASKED_FIELDS } from '../../../../shared/domain/privateFields';
import { useText } from '../../../client';
import { Facts, Icon } from '../../../ui';
import { Masked } from './Masked';
import { OffLine } from './SensitiveFields';
import { useSensitive } from './useFields';

/** What is masked of a member: only what is in use and recorded, each shown on demand. */
export function PrivateFacts({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const { groupsOff } = useSensitive();
  const shown = MASKED_FIELDS.filter((field) => member.held.includes(field));
  return (
    <section className="so-card so-members-private" aria-label={t('members.section.sensitive')}>
      <h2>
        <Icon of={Lock} size={14} /> {t('members.section.sensitive')}
      </h2>
      <Facts
        items={
          shown.length > 0
            ? shown.map((field) => ({
                label: t(`members.field.${field}`),
                value: <Masked key={member.version} id={member.id} field={field} />,
              }))
            : [{ label: t('members.field.idNumber'), value: null }]
        }
      />
      <OffLine groups={groupsOff} />
    </section>
  );
}
