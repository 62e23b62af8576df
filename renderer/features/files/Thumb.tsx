/** A photo in the grid. The small picture is made once, by the window that first shows it. */
import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { invoke, useQueryOp, useShield, useText } from '../../client';
import { Icon } from '../../ui';
import type { Attached } from './EvidenceBox';
import { smallPicture } from './smallPicture';

export function Thumb({ file }: { file: Attached }) {
  const t = useText();
  const { id } = file;
  const picture = useQueryOp('files.picture', { id }, { staleTime: Number.POSITIVE_INFINITY }).data;
  const [made, setMade] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const shield = useShield((state) => state.on);
  const whole = picture && !picture.small ? picture.data : null;
  const mime = picture?.mime ?? '';
  useEffect(() => {
    if (whole === null) return;
    let live = true;
    smallPicture(whole, mime)
      .then((data) => {
        if (live) setMade(data);
        return invoke('files.keepSmall', { id, data });
      })
      .catch(() => live && setFailed(true));
    return () => {
      live = false;
    };
  }, [id, whole, mime]);
  const data = picture?.small ? picture.data : made;
  if (data && !shield) return <img src={`data:image/jpeg;base64,${data}`} alt="" />;
  if (shield || failed || picture?.data === null)
    return (
      <span className="so-files__noimage">
        <Icon of={ImageOff} />
        {t('files.noPreview')}
      </span>
    );
  return <span className="so-files__noimage" />;
}
