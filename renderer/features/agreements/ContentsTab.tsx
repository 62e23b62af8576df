/** Contents of an agreement in order, each with its commitments and how they stand. */
import { ArrowDown, ArrowUp, ListChecks, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  Drawer,
  EmptyState,
  IconButton,
  PlainTable,
  RecordForm,
  TextAreaField,
} from '../../ui';
import { CommitmentDrawer } from './CommitmentDrawer';
import { CommitmentForm } from './CommitmentForm';
import { type Commitment, type Content, type Sheet, StandingTag, useAgreementWords } from './words';

type Open =
  | { kind: 'content'; content: Content | null }
  | { kind: 'commitment'; content: Content }
  | { kind: 'progress'; id: number };

export function ContentsTab({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const { agreement, contents } = sheet;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = {
    key: 'content',
    label: t('agreements.content.add'),
    icon: Plus,
    onClick: () => setOpen({ kind: 'content', content: null }),
  };
  const shown = contents
    .flatMap((content) => content.commitments)
    .find((one) => open?.kind === 'progress' && one.id === open.id);
  return (
    <>
      {contents.length === 0 ? (
        <EmptyState icon={ListChecks} title={t('agreements.content.none')} primary={add}>
          {t('agreements.content.noneBody')}
        </EmptyState>
      ) : (
        contents.map((content, at) => (
          <ContentCard key={content.id} sheet={sheet} content={content} at={at} onOpen={setOpen} />
        ))
      )}
      {contents.length > 0 && (
        <span>
          <ActionButton action={add} />
        </span>
      )}
      <Drawer
        open={open?.kind === 'content'}
        onClose={close}
        title={t(
          open?.kind === 'content' && open.content ? 'agreements.content.edit' : 'agreements.content.add',
        )}
        width={520}
      >
        {open?.kind === 'content' && (
          <ContentForm agreementId={agreement.id} content={open.content} onDone={close} />
        )}
      </Drawer>
      <Drawer
        open={open?.kind === 'commitment'}
        onClose={close}
        title={t('agreements.commitment.add')}
        facts={open?.kind === 'commitment' ? open.content.name : undefined}
        width={560}
      >
        {open?.kind === 'commitment' && (
          <CommitmentForm sheet={sheet} contentId={open.content.id} commitment={null} onDone={close} />
        )}
      </Drawer>
      <CommitmentDrawer sheet={sheet} commitment={shown ?? null} onClose={close} />
    </>
  );
}

interface CardProps {
  sheet: Sheet;
  content: Content;
  at: number;
  onOpen(open: Open): void;
}

function ContentCard(props: CardProps) {
  const t = useText();
  const words = useAgreementWords();
  const { content, at, onOpen } = props;
  const done = [t('agreements.content.delivered', { count: content.delivered }), words.money(content.money)];
  return (
    <section className="so-card" aria-label={content.name}>
      <div className="so-card__head">
        <h2>
          {at + 1}. {content.name}
        </h2>
        <span className="so-row">
          <span className="so-caption">
            {content.delivered === 0 ? t('agreements.content.notYet') : done.filter(Boolean).join(' · ')}
          </span>
          <ContentTools {...props} />
        </span>
      </div>
      {content.detail && <p className="so-caption">{content.detail}</p>}
      {content.commitments.length === 0 ? (
        <p className="so-muted">{t('agreements.content.noCommitments')}</p>
      ) : (
        <Commitments content={content} onOpen={(id) => onOpen({ kind: 'progress', id })} />
      )}
      <span className="so-agreements-add">
        <ActionButton
          size="small"
          action={{
            key: 'commitment',
            label: t('agreements.commitment.add'),
            icon: Plus,
            onClick: () => onOpen({ kind: 'commitment', content }),
          }}
        />
      </span>
    </section>
  );
}

function ContentTools({ sheet, content, at, onOpen }: CardProps) {
  const t = useText();
  const { agreement, contents } = sheet;
  const { name } = content;
  const order = useCommandOp('agreements.orderContents', { done: () => t('agreements.content.moved') });
  const trash = useCommandOp('agreements.trashContents', { done: () => t('agreements.content.trashed') });
  const move = (by: 1 | -1) => {
    const ids = contents.map((one) => one.id);
    [ids[at], ids[at + by]] = [ids[at + by]!, ids[at]!];
    order.fire({ agreementId: agreement.id, ids });
  };
  const tools = [
    { icon: ArrowUp, label: t('agreements.content.up', { name }), onClick: () => move(-1), shown: at > 0 },
    {
      icon: ArrowDown,
      label: t('agreements.content.down', { name }),
      onClick: () => move(1),
      shown: at < contents.length - 1,
    },
    {
      icon: PencilLine,
      label: t('agreements.content.edit'),
      onClick: () => onOpen({ kind: 'content', content }),
      shown: true,
    },
    {
      icon: Trash2,
      label: t('agreements.toTrash'),
      onClick: () => trash.fire({ ids: [content.id] }),
      shown: true,
    },
  ];
  return tools
    .filter((tool) => tool.shown)
    .map(({ icon, label, onClick }) => (
      <IconButton key={label} icon={icon} size="small" label={label} onClick={onClick} />
    ));
}

function Commitments({ content, onOpen }: { content: Content; onOpen(id: number): void }) {
  const t = useText();
  const words = useAgreementWords();
  const columns: Column<Commitment>[] = [
    {
      key: 'name',
      header: t('agreements.col.commitment'),
      cell: (one) => (
        <>
          <button
            type="button"
            className="so-linklike so-agreements-open"
            title={t('agreements.commitment.open', { name: one.name })}
            onClick={() => onOpen(one.id)}
          >
            {one.name}
          </button>
          {words.target(one) && (
            <div className="so-caption">
              {t('agreements.commitment.target', { text: words.target(one) ?? '' })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'owner',
      header: t('agreements.col.owner'),
      width: 190,
      cell: (one) => (
        <>
          {one.party}
          {one.person && <div className="so-caption">{one.person}</div>}
        </>
      ),
    },
    { key: 'due', header: t('agreements.col.due'), width: 130, cell: (one) => words.due(one) },
    { key: 'result', header: t('agreements.col.result'), width: 210, cell: (one) => <Reached one={one} /> },
    {
      key: 'state',
      header: t('agreements.col.state'),
      width: 150,
      cell: (one) => <StandingTag standing={one.standing} />,
    },
  ];
  return (
    <PlainTable
      caption={content.name}
      columns={columns}
      rows={content.commitments}
      rowKey={(one) => one.id}
    />
  );
}

/** What was reached: by year where it is yearly, or else the sum, or the last words. */
function Reached({ one }: { one: Commitment }) {
  const t = useText();
  const words = useAgreementWords();
  const { standing } = one;
  const years = standing.deadlines.filter((deadline) => deadline.year !== null && deadline.sum !== null);
  if (years.length > 0)
    return (
      <>
        {years.map((deadline) => (
          <div key={deadline.year}>
            {t('agreements.progress.byYear', {
              year: deadline.year!,
              text: words.amount(deadline.sum, deadline.flag, one) ?? '',
            })}
          </div>
        ))}
      </>
    );
  const sum = words.amount(standing.sum, standing.flag, one);
  const said = one.progress.at(-1)?.result;
  return <>{sum ?? said ?? '–'}</>;
}

function ContentForm({
  agreementId,
  content,
  onDone,
}: {
  agreementId: number;
  content: Content | null;
  onDone(): void;
}) {
  const t = useText();
  const save = useCommandOp('agreements.saveContent', {
    failure: 'inline',
    done: () => t('agreements.content.saved'),
  });
  return (
    <RecordForm<{ name: string; detail: string | null }>
      draftKey={`agreement-content:${content?.id ?? `new-${agreementId}`}`}
      initial={content ? { name: content.name, detail: content.detail } : {}}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({
          ...values,
          agreementId,
          id: content?.id ?? null,
          version: content?.version ?? null,
        });
        onDone();
      }}
    >
      <TextAreaField name="name" label={t('agreements.field.name')} required max={500} autoFocus />
      <TextAreaField name="detail" label={t('agreements.field.detail')} optional max={3000} />
    </RecordForm>
  );
}
