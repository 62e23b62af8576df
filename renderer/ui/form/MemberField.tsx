/** A form field for one member, found by typing; the form holds the id. */
import { useRef, useState } from 'react';
import { useText } from '../../client';
import { type FieldProps, FieldShell } from './FieldShell';
import { findMembers, NamePicker } from './NamePicker';

export interface MemberFieldProps extends FieldProps {
  /** Name of the member the form begins with. */
  shown?: string | null;
  onPicked?: (memberId: number | null) => void;
}

export function MemberField({ shown = null, onPicked, ...field }: MemberFieldProps) {
  const t = useText();
  const [name, setName] = useState(shown);
  const [again, setAgain] = useState(false);
  const picked = useRef(false);
  return (
    <FieldShell<number | null> field={field}>
      {(control) => {
        const choose = (memberId: number | null) => {
          control.onChange(memberId);
          onPicked?.(memberId);
        };
        return control.value ? (
          <span className="so-picker so-picker--chosen">
            <span className="so-strong">{name}</span>
            <button
              id={control.id}
              ref={(button) => {
                if (picked.current) button?.focus();
                picked.current = false;
              }}
              type="button"
              className="so-linklike so-push"
              onClick={() => {
                setAgain(true);
                choose(null);
              }}
            >
              {t('ui.picker.other')}
            </button>
          </span>
        ) : (
          <NamePicker
            inputId={control.id}
            label={field.label}
            placeholder={t('ui.picker.hint')}
            find={findMembers}
            invalid={control.invalid}
            describedBy={control.describedBy}
            onBlur={control.onBlur}
            autoFocus={control.autoFocus || again}
            onPick={(one) => {
              picked.current = true;
              setName(one.fullName);
              choose(one.memberId);
            }}
          />
        );
      }}
    </FieldShell>
  );
}
