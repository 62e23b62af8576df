import { ImagePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  announceFailure,
  invoke,
  pickFile,
  useCommandOp,
  useQueryOp,
  useShield,
  useText,
} from '../../../client';
import { ActionButton, Avatar, IconButton } from '../../../ui';
import { cardPicture } from './picture';

/** The picture beside a name, or the first letters; the privacy shield hides it. */
export function PhotoOrLetters({ id, name }: { id: number; name: string }) {
  const t = useText();
  const photo = useQueryOp('members.photo', { id }).data?.photo;
  const shield = useShield((state) => state.on);
  if (!photo || shield) return <Avatar name={name} size={60} />;
  return (
    <img
      className="so-members-face"
      src={`data:${photo.mime};base64,${photo.data}`}
      alt={t('memberPrivacy.photo.of', { name })}
    />
  );
}

/** The picture for the card with the ways to change it. */
export function PhotoBox({ id, name, locked }: { id: number; name: string; locked: boolean }) {
  const t = useText();
  const photo = useQueryOp('members.photo', { id }).data?.photo;
  const shield = useShield((state) => state.on);
  const [working, setWorking] = useState(false);
  const save = useCommandOp('members.setPhoto', { done: () => t('memberPrivacy.photo.saved', { name }) });
  const remove = useCommandOp('members.trashPhotos', {
    done: () => t('memberPrivacy.photo.removed', { name }),
  });
  const choose = async () => {
    const file = await pickFile(['jpg', 'jpeg', 'png']);
    if (!file) return;
    setWorking(true);
    try {
      const { data: picked } = await invoke('members.pickedPhoto', { token: file.token });
      const data = await cardPicture(picked.data, picked.mime).catch(() => picked.data);
      await save.run({ id, data }).catch(() => undefined);
    } catch (error) {
      announceFailure(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <div className="so-members-photo">
      {photo && !shield ? (
        <img src={`data:${photo.mime};base64,${photo.data}`} alt={t('memberPrivacy.photo.of', { name })} />
      ) : (
        <span className="so-members-photo__none">2×3</span>
      )}
      <div className="so-row">
        <ActionButton
          size="small"
          action={{
            key: 'photo',
            label: t(photo ? 'memberPrivacy.photo.change' : 'memberPrivacy.photo.add'),
            icon: ImagePlus,
            running: working,
            disabled: locked,
            onClick: () => void choose(),
          }}
        />
        {photo && !locked && (
          <IconButton
            icon={Trash2}
            size="small"
            label={t('memberPrivacy.photo.remove')}
            onClick={() => remove.fire({ ids: [photo.id] })}
          />
        )}
      </div>
    </div>
  );
}
