/** A new decision, proposed with the next number and the signer of today's term. */
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page, todayIso } from '../../ui';
import './awards.css';
import { DecisionForm } from './DecisionForm';

export default function NewDecisionPage() {
  const t = useText();
  const navigate = useNavigate();
  const movementId = Number(useSearchParams()[0].get('movement')) || null;
  const forms = useQueryOp('awards.forms', {});
  const usual = forms.data?.rows.find((row) => row.code === 'GK-CS') ?? forms.data?.rows[0];
  const today = todayIso();
  const query = useQueryOp(
    'awards.defaults',
    { formId: usual?.id ?? null, decidedOn: today, movementId },
    { enabled: forms.data !== undefined },
  );
  const create = useCommandOp('awards.create', {
    failure: 'inline',
    done: (_, input) => t('awards.created', { number: input.number ?? t('awards.noNumber') }),
  });
  const back = movementId === null ? '/awards' : `/awards/movements/${movementId}?tab=awards`;
  return (
    <Page title={t('awards.addTitle')} crumbs={[{ label: t('awards.title'), to: back }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <div className="so-awards-form">
          <DecisionForm
            draftKey={movementId === null ? 'awards:new' : `awards:new:${movementId}`}
            proposes
            saveLabel={t('awards.save')}
            initial={{ ...query.data, formId: usual?.id as number, decidedOn: today, countsOnly: false }}
            onCancel={() => navigate(back)}
            onSave={async (values) => {
              const saved = await create.run(values);
              navigate(`/awards/${saved.id}`, { replace: true });
            }}
          />
        </div>
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}
