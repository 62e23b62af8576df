/** Which columns a list takes out: those of the register, the unit's own, and the private ones that are switched on. */
import { useState } from 'react';
import {
  isPrivateColumn,
  OPEN_COLUMNS,
  PRIVATE_COLUMNS,
  USUAL_COLUMNS,
} from '../../../../shared/domain/memberColumns';
import type { SensitiveFieldGroup } from '../../../../shared/domain/privateFields';
import { useText } from '../../../client';
import { useExtraFields, useSensitive } from '../privacy/useFields';

export interface ColumnChoice {
  /** In the order of the file. */
  readonly columns: readonly string[];
  readonly open: readonly { key: string; label: string }[];
  readonly extra: readonly { key: string; label: string }[];
  readonly hidden: readonly { key: string; label: string }[];
  readonly off: readonly SensitiveFieldGroup[];
  /** Some private column is among them: the purpose must be written. */
  readonly asksPurpose: boolean;
  readonly purpose: string;
  setPurpose(text: string): void;
  has(key: string): boolean;
  toggle(key: string, on: boolean): void;
  take(keys: readonly string[]): void;
  /** What is still missing, as the text of a disabled button; undefined when nothing is. */
  readonly blocked: string | undefined;
}

/** Columns of the table under the names of the file. */
const fromTable = (key: string): string => (key === 'name' ? 'fullName' : key);

export function useColumnChoice(usual: readonly string[] = USUAL_COLUMNS): ColumnChoice {
  const t = useText();
  const sensitive = useSensitive();
  const own = useExtraFields();
  const [chosen, setChosen] = useState<readonly string[]>(usual);
  const [purpose, setPurpose] = useState('');
  const label = (key: string) => t.any(`members.field.${key}`) || key;
  const open = OPEN_COLUMNS.map((key) => ({ key, label: label(key) }));
  const extra = own.map((field) => ({ key: `extra:${field.id}`, label: field.label }));
  const hidden = PRIVATE_COLUMNS.filter(sensitive.usesField).map((key) => ({ key, label: label(key) }));
  const known = [...open, ...extra, ...hidden].map(({ key }) => key);
  const columns = chosen.filter((key) => known.includes(key));
  const asksPurpose = columns.some(isPrivateColumn);
  return {
    columns,
    open,
    extra,
    hidden,
    off: sensitive.groupsOff,
    asksPurpose,
    purpose,
    setPurpose,
    has: (key) => columns.includes(key),
    toggle: (key, on) => setChosen(on ? [...chosen, key] : chosen.filter((one) => one !== key)),
    take: (keys) => {
      const taken = keys.map(fromTable).filter((key) => known.includes(key));
      setChosen(taken.includes('fullName') ? taken : ['fullName', ...taken]);
    },
    blocked:
      columns.length === 0
        ? t('memberPapers.columns.none')
        : asksPurpose && purpose.trim() === ''
          ? t('memberPapers.columns.purposeMissing')
          : undefined,
  };
}
