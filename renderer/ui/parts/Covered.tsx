/** What the privacy key covers, wherever it is shown: dots stand in the page, not the value. */
import { type ReactNode, useMemo } from 'react';
import { useText } from '../../client/i18n';
import { useShield } from '../../client/stores';

/** Columns that tell something private of one person, by their usual keys. */
const PRIVATE_KEYS: ReadonlySet<string> = new Set([
  ...['birthDate', 'age', 'phone', 'email', 'address', 'cardNo', 'idNumber', 'idDate', 'idPlace'],
  ...['isParty', 'partyDate', 'hardship', 'hardshipNote', 'healthNote', 'ethnicity', 'religion'],
  ...['salaryCoefficient', 'duesBase', 'bankAccount', 'hometown'],
]);
/** Fields of forms that hold such values; the others of the same names are covered with them. */
export const isPrivateField = (name: string): boolean => PRIVATE_KEYS.has(name.split('.').at(-1) ?? name);

export const isPrivateColumn = (column: { key: string; private?: boolean | undefined }): boolean =>
  column.private ?? PRIVATE_KEYS.has(column.key);

/** The value, or dots while the privacy key is on. */
export function Covered({ children }: { children: ReactNode }) {
  const t = useText();
  const on = useShield((shield) => shield.on);
  if (!on || children === null || children === undefined || children === '') return children;
  return (
    <span className="so-covered">
      <span aria-hidden>••••••</span>
      <span className="so-sr">{t('users.covered')}</span>
    </span>
  );
}

/** Labels of facts that are covered, in the language of the screen. */
export function usePrivateLabels(): ReadonlySet<string> {
  const t = useText();
  return useMemo(
    () =>
      new Set([
        t('members.field.birthDate'),
        t('members.field.phone'),
        t('members.field.email'),
        t('members.field.address'),
        t('members.field.hometown'),
        t('members.field.cardShort'),
        t('care.field.address'),
        t('funds.field.address'),
      ]),
    [t],
  );
}
