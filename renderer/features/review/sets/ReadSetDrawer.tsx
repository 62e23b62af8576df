/** A criteria set read from a workbook: what it holds, or every place that has to be corrected. */
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { announceFailure, pickFile, useCommandOp, useJobOp, useText } from '../../../client';
import { ActionButton, Drawer, LoadingBars } from '../../../ui';

type Reading = OutputOf<'review.readSet'>;
type Problem = Reading['problems'][number];

export function ReadSetDrawer({ onClose }: { onClose(): void }) {
  const t = useText();
  const [reading, setReading] = useState<Reading | null>(null);
  const job = useJobOp('review.readSet');
  const asked = useRef(false);
  const choose = async () => {
    try {
      const file = await pickFile(['xlsx']);
      if (!file) return reading === null ? onClose() : undefined;
      setReading(await job.run({ token: file.token }));
    } catch (error) {
      announceFailure(error);
      onClose();
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog opens once, with the drawer
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void choose();
  }, []);
  return (
    <Drawer open onClose={onClose} title={t('reviewWork.set.readTitle')} width={520}>
      {reading === null ? (
        <LoadingBars kind="lines" />
      ) : reading.fields === null ? (
        <Problems reading={reading} onAgain={() => void choose()} />
      ) : (
        <Ready fields={reading.fields} onClose={onClose} />
      )}
    </Drawer>
  );
}

function Ready({ fields, onClose }: { fields: NonNullable<Reading['fields']>; onClose(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('review.createSet', {
    done: (_, input) => t('reviewWork.set.readDone', { name: input.name }),
  });
  const criteria = fields.groups.reduce((sum, group) => sum + group.criteria.length, 0);
  const save = () =>
    create.run(fields).then((made) => {
      onClose();
      navigate(`/review/sets/${made.id}`);
    }, announceFailure);
  return (
    <div className="so-stack">
      <p>
        {t('reviewWork.set.readOk', {
          name: fields.name,
          groups: fields.groups.length,
          criteria,
          ranks: fields.ranks.length,
        })}
      </p>
      <div className="so-row">
        <ActionButton
          primary
          action={{
            key: 'save',
            label: t('reviewWork.set.readSave'),
            running: create.running,
            onClick: () => void save(),
          }}
        />
      </div>
    </div>
  );
}

function Problems({ reading, onAgain }: { reading: Reading; onAgain(): void }) {
  const t = useText();
  const place = ({ sheet, row, column }: Problem) => {
    if (row === null) return t('reviewWork.set.placeSheet', { sheet });
    return column === null
      ? t('reviewWork.set.placeRow', { sheet, row })
      : t('reviewWork.set.place', { sheet, row, column });
  };
  return (
    <div className="so-stack" role="alert">
      <p>{t('reviewWork.set.readBad', { name: reading.fileName })}</p>
      <ul className="so-review-problems">
        {reading.problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            <strong>{place(problem)}:</strong>{' '}
            {t(`reviewWork.set.problem.${problem.code}`, { value: problem.value ?? '' })}
          </li>
        ))}
      </ul>
      <div className="so-row">
        <ActionButton action={{ key: 'again', label: t('reviewWork.set.again'), onClick: onAgain }} />
      </div>
    </div>
  );
}
