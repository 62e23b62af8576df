/** Whether copies are locked, and the passphrase typed twice, with how strong it is and what forgetting it means. */
import { Checkbox, Input } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useText } from '../../client';
import { Note, Tag, type TagTone } from '../../ui';
import { type Strength, strengthOf } from './passphrase';

export interface Passphrase {
  use: boolean;
  words: string;
  again: string;
}
export const NO_PASSPHRASE: Passphrase = { use: false, words: '', again: '' };

const TONES: Record<Strength, TagTone> = { short: 'neutral', weak: 'warn', fair: 'line', good: 'ok' };

/** What is still wrong with it; undefined when it can be used. */
export function problemOf(value: Passphrase, t: ReturnType<typeof useText>): string | undefined {
  if (!value.use) return undefined;
  if (strengthOf(value.words) === 'short') return t('copies.lock.short');
  return value.words === value.again ? undefined : t('copies.lock.differs');
}

export function PassphraseFields({
  value,
  onChange,
}: {
  value: Passphrase;
  onChange(next: Passphrase): void;
}) {
  const t = useText();
  const words = useId();
  const again = useId();
  const strength = strengthOf(value.words);
  return (
    <div className="so-stack so-copies__lock">
      <Checkbox checked={value.use} onChange={(event) => onChange({ ...value, use: event.target.checked })}>
        {t('copies.lock.use')}
      </Checkbox>
      {value.use && (
        <>
          <label htmlFor={words}>
            {t('copies.lock.words')}{' '}
            {value.words !== '' && (
              <Tag tone={TONES[strength]} icon={null}>
                {t(`copies.lock.${strength}`)}
              </Tag>
            )}
          </label>
          <Input.Password
            id={words}
            autoComplete="new-password"
            value={value.words}
            maxLength={200}
            onChange={(event) => onChange({ ...value, words: event.target.value })}
          />
          <p className="so-caption">{t('copies.lock.hint')}</p>
          <label htmlFor={again}>{t('copies.lock.again')}</label>
          <Input.Password
            id={again}
            autoComplete="new-password"
            value={value.again}
            maxLength={200}
            onChange={(event) => onChange({ ...value, again: event.target.value })}
          />
          <Note tone="warn" icon={TriangleAlert}>
            {t('copies.lock.forget')}
          </Note>
        </>
      )}
    </div>
  );
}
