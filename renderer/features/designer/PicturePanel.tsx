/** What a picture item shows: the unit's emblem, or a picture of its own kept with the layout. */
import { ImageUp } from 'lucide-react';
import { LAYOUT_FIELDS } from '../../../shared/domain/layout';
import type { ImageItem } from '../../../shared/domain/layout/schema';
import { announceFailure, invoke, pickFile, useText } from '../../client';
import { ActionButton } from '../../ui';
import { Choice, type SetItem } from './panels';

const FIELDS = LAYOUT_FIELDS.filter((field) => field.kind === 'image');

export function PicturePanel({ item, disabled, set }: { item: ImageItem; disabled: boolean; set: SetItem }) {
  const t = useText();
  const choose = async () => {
    const file = await pickFile(['png', 'jpg', 'jpeg']);
    if (!file) return;
    try {
      const { data } = await invoke('certificates.addPicture', { token: file.token });
      set({ picture: data.hash, field: undefined });
    } catch (error) {
      announceFailure(error);
    }
  };
  return (
    <>
      <Choice<string>
        label={t('designer.picture')}
        value={item.picture ? 'own' : (item.field ?? '')}
        disabled={disabled}
        options={[
          ...FIELDS.map((field) => ({ value: field.field as string, label: field[t.language] })),
          ...(item.picture ? [{ value: 'own', label: t('designer.ownPicture') }] : []),
          ...(item.field === undefined && !item.picture
            ? [{ value: '', label: t('designer.noPicture') }]
            : []),
        ]}
        onChange={(field) => {
          if (field !== 'own') set({ field, picture: undefined });
        }}
      />
      <ActionButton
        action={{
          key: 'choose',
          label: t('designer.choosePicture'),
          icon: ImageUp,
          disabled,
          onClick: () => void choose(),
        }}
      />
    </>
  );
}
