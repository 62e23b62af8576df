/** Name of an own layout, and whom it is for. */
import { RECIPIENT_KINDS } from '../../../shared/domain/awards';
import { useCommandOp, useText } from '../../client';
import { Drawer, RecordForm, SelectField, TextField } from '../../ui';
import type { OpenLayout } from './DesignerPage';

interface Values {
  name: string;
  kinds: OpenLayout['kinds'];
}

export function RenameDrawer(props: {
  open: boolean;
  found: Pick<OpenLayout, 'name' | 'kinds'>;
  own: { id: number; version: number };
  onClose(): void;
}) {
  const { open, found, own, onClose } = props;
  const t = useText();
  const rename = useCommandOp('certificates.renameLayout', {
    failure: 'inline',
    done: (_, input) => t('designer.renamed', { name: input.name }),
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('designer.rename')}>
      {open && (
        <RecordForm<Values>
          draftKey={null}
          saveLabel={t('designer.saveName')}
          initial={{ name: found.name, kinds: found.kinds }}
          onCancel={onClose}
          onSubmit={async ({ name, kinds }) => {
            await rename.run({ id: own.id, version: own.version, name, kinds: kinds ?? [] });
            onClose();
          }}
        >
          <TextField name="name" label={t('designer.name')} required max={200} />
          <SelectField
            name="kinds"
            label={t('designer.kinds')}
            hint={t('designer.kindsHint')}
            multiple
            optional
            options={RECIPIENT_KINDS.map((value) => ({ value, label: t(`awards.kinds.${value}`) }))}
          />
        </RecordForm>
      )}
    </Drawer>
  );
}
