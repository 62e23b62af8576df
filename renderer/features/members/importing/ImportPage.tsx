import { History } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { Page } from '../../../ui';
import { DoneStep } from './DoneStep';
import { FileStep } from './FileStep';
import { MappingStep } from './MappingStep';
import { PreviewStep } from './PreviewStep';
import { Steps } from './Steps';
import type { Mapping } from './useMapping';
import './import.css';

export type Opened = OutputOf<'members.importOpen'>;
export type Layout = Opened['layouts'][number];
export type Column = Layout['columns'][number];
export type Preview = OutputOf<'members.importPreview'>;
export type Sums = OutputOf<'members.importCommit'>['sums'];

type State =
  | { step: 'file' }
  | { step: 'mapping'; opened: Opened; token: string; mapping: Mapping | null }
  | { step: 'preview'; opened: Opened; token: string; preview: Preview; mapping: Mapping }
  | { step: 'done'; importId: number; sums: Sums };

/** The import in four steps; nothing is written before the last one. */
export default function ImportPage() {
  const t = useText();
  const navigate = useNavigate();
  const [state, setState] = useState<State>({ step: 'file' });
  return (
    <Page
      title={t('members.import.title')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      extra={<Steps at={state.step} />}
      more={[
        {
          key: 'history',
          label: t('memberImport.history.open'),
          icon: History,
          onClick: () => navigate('/members/imports'),
        },
      ]}
      fill
    >
      {state.step === 'file' && (
        <FileStep onOpened={(opened, token) => setState({ step: 'mapping', opened, token, mapping: null })} />
      )}
      {state.step === 'mapping' && (
        <MappingStep
          opened={state.opened}
          token={state.token}
          kept={state.mapping}
          onOpened={(opened) => setState({ ...state, opened, mapping: null })}
          onPreview={(preview, mapping) => setState({ ...state, step: 'preview', preview, mapping })}
          onLeave={() => setState({ step: 'file' })}
        />
      )}
      {state.step === 'preview' && (
        <PreviewStep
          opened={state.opened}
          preview={state.preview}
          mapping={state.mapping}
          onBack={() =>
            setState({
              step: 'mapping',
              opened: state.opened,
              token: state.token,
              mapping: state.mapping,
            })
          }
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
