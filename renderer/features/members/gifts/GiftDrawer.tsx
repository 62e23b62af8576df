/** People ticked in the register go on a gift list being made, or on that of a new campaign. */
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { CheckField, Drawer, RecordForm, SelectField } from '../../../ui';
import { CategoryField, ChoiceFound, type Rule, useAdded } from '../../welfare/ChoiceFound';
import type { MemberDialogProps } from '../memberActions';

interface Values {
  campaign: number | 'new';
  category: Rule;
  once: boolean;
}

export default function GiftDrawer({ filter, count, onClose }: MemberDialogProps) {
  const t = useText();
  const drafts = useQueryOp('welfare.campaigns', { state: 'draft', limit: 100 }).data?.rows;
  const lists = drafts?.filter((row) => row.kind === 'list');
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('welfare.fromMembers.title')}
      facts={t('welfare.fromMembers.facts', { count })}
      width={460}
    >
      {lists && <GiftForm lists={lists} filter={filter} count={count} onClose={onClose} />}
    </Drawer>
  );
}

function GiftForm({
  lists,
  filter,
  count,
  onClose,
}: Pick<MemberDialogProps, 'filter' | 'count' | 'onClose'> & {
  lists: readonly { id: number; name: string }[];
}) {
  const t = useText();
  const navigate = useNavigate();
  const add = useCommandOp('welfare.addMembers', { failure: 'inline', done: useAdded() });
  const initial: Values = { campaign: lists[0]?.id ?? 'new', category: 'standard', once: true };
  const [values, setValues] = useState<Partial<Values>>(initial);
  const fresh = values.campaign === 'new';
  const chosen = { ...filter, asOf: null };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      saveLabel={t(fresh ? 'welfare.fromMembers.go' : 'welfare.fromMembers.add')}
      onCancel={onClose}
      onValues={(next) => setValues({ ...next })}
      onSubmit={async ({ campaign, category, once }) => {
        if (campaign === 'new') {
          navigate('/welfare/new', { state: { filter: chosen, count } });
          return;
        }
        await add.run({ id: campaign, filter: chosen, category, householdOnce: once });
        navigate(`/welfare/${campaign}`);
      }}
    >
      <SelectField<number | 'new'>
        name="campaign"
        label={t('welfare.fromMembers.campaign')}
        required
        options={[
          ...lists.map((row) => ({ value: row.id, label: row.name })),
          { value: 'new' as const, label: t('welfare.fromMembers.newOne') },
        ]}
      />
      {fresh ? (
        <p className="so-caption">{t('welfare.fromMembers.newHint')}</p>
      ) : (
        <>
          <CategoryField />
          <CheckField name="once" label={t('welfare.choose.once')} />
          {typeof values.campaign === 'number' && (
            <ChoiceFound
              id={values.campaign}
              filter={chosen}
              category={values.category ?? 'standard'}
              householdOnce={values.once ?? null}
            />
          )}
        </>
      )}
    </RecordForm>
  );
}
