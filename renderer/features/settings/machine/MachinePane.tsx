/** Settings: the self-test of the machine, and the file about it for whoever helps. */
import { CircleCheck, FileText, Stethoscope, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { valueKind } from '../../../../shared/domain/selfTest';
import { saveFile, useJobOp, useText } from '../../../client';
import { ActionButton, Drawer, EmptyState, Note, ProgressPanel, Tag, useFormat } from '../../../ui';
import { Pane } from '../Pane';
import './machine.css';

type Tested = OutputOf<'machine.selfTest'>;
type Line = Tested['lines'][number];

export function MachinePane() {
  const t = useText();
  const [tested, setTested] = useState<Tested | null>(null);
  const test = useJobOp('machine.selfTest', { done: null });
  const run = () => void test.run({}).then(setTested, () => undefined);
  const title = t('selfTest.title');
  const action = { key: 'run', label: t('selfTest.run'), icon: Stethoscope, onClick: run };
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('selfTest.lead')}</p>
      {test.progress ? (
        <ProgressPanel
          title={t('selfTest.running')}
          progress={test.progress}
          onStop={test.cancel}
          stopping={test.stopping}
        />
      ) : tested ? (
        <Results tested={tested} onAgain={run} />
      ) : (
        <EmptyState icon={Stethoscope} title={t('selfTest.empty')} primary={action}>
          {t('selfTest.emptyBody')}
        </EmptyState>
      )}
      <Report />
    </Pane>
  );
}

function Results({ tested, onAgain }: { tested: Tested; onAgain(): void }) {
  const t = useText();
  const format = useFormat();
  const found = (state: Line['state']) => tested.lines.filter((line) => line.state === state).length;
  const [bad, warn] = [found('bad'), found('warn')];
  const at = format.dateTime(tested.at);
  const again = <ActionButton action={{ key: 'again', label: t('selfTest.again'), onClick: onAgain }} />;
  return (
    <>
      {bad + warn === 0 ? (
        <Note tone="ok" icon={CircleCheck} title={t('selfTest.allGood')} action={again}>
          {t('selfTest.allGoodBody', { at, count: tested.lines.length })}
        </Note>
      ) : (
        <Note
          tone={bad > 0 ? 'bad' : 'warn'}
          icon={TriangleAlert}
          title={t(bad > 0 ? 'selfTest.someBad' : 'selfTest.someWarn', { count: bad > 0 ? bad : warn })}
          action={again}
        >
          {t('selfTest.someBody', { at })}
        </Note>
      )}
      <ul className="so-machine__lines">
        {tested.lines.map((line) => (
          <TestLine key={line.key} line={line} />
        ))}
      </ul>
    </>
  );
}

function TestLine({ line: { key, state, values } }: { line: Line }) {
  const t = useText();
  const format = useFormat();
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = valueKind(name);
      if (kind === 'bytes') return [name, sizeText(Number(value), format)];
      if (kind === 'instant') return [name, format.dateTime(String(value))];
      if (name === 'zone') return [name, `${Number(value) < 0 ? '−' : '+'}${Math.abs(Number(value))}`];
      return [name, typeof value === 'number' ? format.count(value) : value];
    }),
  );
  return (
    <li className="so-machine__line">
      <span className="so-machine__state">
        <Tag tone={state}>{t(`selfTest.state.${state}`)}</Tag>
      </span>
      <div>
        <strong>{t(`selfTest.lines.${key}.name`)}</strong>: {t.any(`selfTest.lines.${key}.${state}`, shown)}
        {state !== 'ok' && <p className="so-caption">{t.any(`selfTest.lines.${key}.todo`, shown)}</p>}
      </div>
    </li>
  );
}

const GB = 1024 ** 3;

/** Memory and free space as Windows tells them, in binary GB; what is smaller as files are told elsewhere. */
function sizeText(bytes: number, format: ReturnType<typeof useFormat>): string {
  return bytes < GB ? format.size(bytes) : `${format.decimal(bytes / GB)} GB`;
}

function Report() {
  const t = useText();
  const [made, setMade] = useState<OutputOf<'machine.report'> | null>(null);
  const job = useJobOp('machine.report', { done: null });
  return (
    <>
      <h3>{t('selfTest.report')}</h3>
      <p className="so-pane__lead">{t('selfTest.reportBody')}</p>
      {job.progress ? (
        <ProgressPanel title={t('selfTest.making')} progress={job.progress} onStop={job.cancel} />
      ) : (
        <div className="so-row">
          <ActionButton
            action={{
              key: 'report',
              label: t('selfTest.make'),
              icon: FileText,
              onClick: () => void job.run({}).then(setMade, () => undefined),
            }}
          />
        </div>
      )}
      {made && <Preview made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function Preview({ made, onClose }: { made: OutputOf<'machine.report'>; onClose(): void }) {
  const t = useText();
  const save = async () => {
    await saveFile(made.file);
    onClose();
  };
  return (
    <Drawer
      open
      width={640}
      title={t('selfTest.preview')}
      onClose={onClose}
      footer={
        <ActionButton
          primary
          action={{ key: 'save', label: t('selfTest.save'), onClick: () => void save() }}
        />
      }
    >
      <p className="so-caption">{t('selfTest.previewBody')}</p>
      {made.parts.map(({ name, text }) => (
        <section key={name}>
          <h3>{name}</h3>
          <pre className="so-machine__part" lang="vi">
            {text || t('selfTest.nothing')}
          </pre>
        </section>
      ))}
    </Drawer>
  );
}
