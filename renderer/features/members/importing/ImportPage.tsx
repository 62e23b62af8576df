import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { Page } from '../../../ui';
import { DoneStep } from './DoneStep';
import { FileStep } from './FileStep';
import { MappingStep } from './MappingStep';
import { PreviewStep } from './PreviewStep';
import { Steps } from './Steps';
import './import.css';

export type Opened = OutputOf<'members.importOpen'>;
export type Preview = OutputOf<'members.importPreview'>;
export type Sums = OutputOf<'members.importCommit'>['sums'];

type State =
  | { step: 'file' }
  | { step: 'mapping'; opened: Opened; token: string }
  | { step: 'preview'; opened: Opened; token: string; preview: Preview }
  | { step: 'done'; importId: number; sums: Sums };

/** The import in four steps; nothing is written before the last one. */
export default function ImportPage() {
  const t = useText();
  const [state, setState] = useState<State>({ step: 'file' });
  return (
    <Page
      title={t('members.import.title')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      extra={<Steps at={state.step} />}
      fill
    >
      {state.step === 'file' && (
        <FileStep onOpened={(opened, token) => setState({ step: 'mapping', opened, token })} />
      )}
      {state.step === 'mapping' && (
        <MappingStep
          opened={state.opened}
          token={state.token}
          onOpened={(opened) => setState({ ...state, opened })}
          onPreview={(preview, columns) =>
            setState({ ...state, step: 'preview', preview, opened: { ...state.opened, columns } })
          }
          onLeave={() => setState({ step: 'file' })}
        />
      )}
      {state.step === 'preview' && (
        <PreviewStep
          opened={state.opened}
          preview={state.preview}
          onBack={() => setState({ step: 'mapping', opened: state.opened, token: state.token })}
          onLeave={() => setState({ step: 'file' })}
          onDone={(sums) => setState({ step: 'done', importId: state.opened.importId, sums })}
        />
      )}
      {state.step === 'done' && (
        <DoneStep importId={state.importId} sums={state.sums} onAgain={() => setState({ step: 'file' })} />
      )}
    </Page>
  );
}
