/** Those who went: names typed without tones, Enter adds one, the post of the day is written by the core. */
import { X } from 'lucide-react';
import { useText } from '../../client';
import { FieldShell, findMembers, IconButton, NamePicker } from '../../ui';

export interface Visitor {
  memberId: number | null;
  name: string | null;
  post: string | null;
}

export function VisitorsField({ name, label }: { name: string; label: string }) {
  const t = useText();
  return (
    <FieldShell<Visitor[]> field={{ name, label, hint: t('care.visit.visitorsHint') }} group>
      {(control) => {
        const people = control.value ?? [];
        return (
          <div className="so-care-visitors">
            {people.map((one, at) => (
              <span key={`${one.memberId ?? one.name}`} className="so-care-visitors__one">
                <span lang="vi">{one.name}</span>
                {one.post && <span className="so-muted">{one.post}</span>}
                <IconButton
                  icon={X}
                  size="small"
                  label={t('care.visit.visitorRemove', { name: one.name ?? '' })}
                  onClick={() => control.onChange(people.filter((_, i) => i !== at))}
                />
              </span>
            ))}
            <NamePicker
              inputId={control.id}
              label={label}
              placeholder={t('care.visit.addVisitor')}
              find={findMembers}
              onPick={({ memberId, fullName }) => {
                if (people.some((one) => one.memberId === memberId)) return;
                control.onChange([...people, { memberId, name: fullName, post: null }]);
              }}
            />
          </div>
        );
      }}
    </FieldShell>
  );
}
