/** The chair comes in by the code of the recovery sheet and sets a new password. */
import type { SessionState } from '../../../shared/contract/users';
import { invoke, useDoor, useNotices, useText } from '../../client';
import { RecordForm, TextField } from '../../ui';
import { NewPassword } from './NewPassword';

interface Values {
  code: string;
  password: string;
  again: string;
}

export function RecoverForm({
  person,
  session,
  onBack,
}: {
  person: SessionState['people'][number];
  session: SessionState;
  onBack(): void;
}) {
  const t = useText();
  const setDoor = useDoor((door) => door.set);
  const why =
    person.role !== 'chair' ? t('users.door.askChair') : session.recovery ? null : t('users.door.noRecovery');
  const submit = async ({ code, password }: Values) => {
    await invoke('users.recover', { id: person.id, code, password });
    setDoor(false);
    useNotices.getState().say({ kind: 'done', text: t('users.door.recovered') });
  };
  return (
    <>
      <h1>{t('users.door.recover')}</h1>
      <p className="so-muted">{why ?? t('users.door.recoverBody', { name: person.name })}</p>
      {why === null ? (
        <RecordForm<Values>
          draftKey={null}
          initial={{}}
          onSubmit={submit}
          onCancel={onBack}
          saveLabel={t('users.door.enter')}
        >
          <TextField name="code" label={t('users.door.code')} required autoFocus />
          <NewPassword />
        </RecordForm>
      ) : (
        <div className="so-door__foot">
          <button type="button" className="so-linklike" onClick={onBack}>
            {t('users.door.back')}
          </button>
        </div>
      )}
    </>
  );
}
