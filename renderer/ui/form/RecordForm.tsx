/**
 * The form of one record: saves by "Lưu", Enter or Ctrl+S, keeps what was typed as a draft, puts the core's field
 * errors where they belong, and shows a conflict without losing anything.
 */
import { Button, Form, type FormInstance } from 'antd';
import type { LucideIcon } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { OpError } from '../../client/client';
import { type Translate, useText } from '../../client/i18n';
import { useFormat } from '../format';
import { chordOf, useShortcuts } from '../keys';
import { Tag } from '../parts/Tag';
import { usePageClosed } from '../rights';
import { ConflictNotice, ErrorState } from '../states/States';
import { type Draft, dropDraft, readDraft, writeDraft } from './drafts';

export interface RecordFormProps<V extends object> {
  /** Names the draft: "members:12", "members:new". Null keeps none. */
  draftKey: string | null;
  initial: Partial<V>;
  /** Fields that are never kept in the draft: private ones. */
  undrafted?: readonly string[];
  /** Rejects with OpError to show its fields; resolves when the store has answered. */
  onSubmit(values: V): Promise<unknown>;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
  /** Buttons of the foot; by default "Lưu" and, with onCancel, "Hủy". */
  saveLabel?: string;
  onCancel?: () => void;
  /** Loads the newer version after a conflict. */
  onReload?: () => void;
  onValues?: (values: Partial<V>) => void;
  /** Draws the foot elsewhere (a page footer): give the form's DOM id and a button with `form={id}`. */
  id?: string;
  foot?: boolean;
  /** Enter in a single-line field saves; true unless told. */
  enterSaves?: boolean;
}

export function RecordForm<V extends object>(props: RecordFormProps<V>) {
  const { draftKey, initial, children, onValues, foot = true, enterSaves = true } = props;
  const t = useText();
  const [form] = Form.useForm<V>();
  const draft = useDraft(draftKey);
  const save = useSave(props, form, draft.drop);
  const own = useId();
  const id = props.id ?? own;
  useShortcuts({ 'Ctrl+S': () => (typedElsewhere(id) ? false : void save.submit()) });

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    const inert =
      event.target.getAttribute('role') === 'combobox' || /^(checkbox|radio|search)$/.test(event.target.type);
    event.preventDefault();
    if (enterSaves && !inert && chordOf(event) === 'Enter') void save.submit();
  };
  return (
    <Form<V>
      form={form}
      id={id}
      className="so-form"
      initialValues={initial as V}
      component="form"
      onKeyDown={onKeyDown as never}
      onSubmitCapture={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void save.submit();
      }}
      onValuesChange={(_, values) => {
        onValues?.(values as Partial<V>);
        draft.keep(withoutFields(values, props.undrafted));
      }}
    >
      <DraftLine
        draft={draft.offered}
        onOpen={() => {
          form.setFieldsValue(draft.offered?.values as never);
          onValues?.(form.getFieldsValue(true) as Partial<V>);
          draft.accept();
        }}
        onDrop={draft.drop}
      />
      {save.conflict && props.onReload && <ConflictNotice onSeeTheirs={props.onReload} />}
      {save.error != null && <ErrorState error={save.error} title={t('ui.error.title')} />}
      {typeof children === 'function' ? children(form) : children}
      {foot && (
        <FormFoot
          saving={save.saving}
          label={props.saveLabel}
          onCancel={props.onCancel}
          savedAt={draft.savedAt}
        />
      )}
    </Form>
  );
}

/** Of two forms shown together, Ctrl+S saves the one being typed in. */
function typedElsewhere(id: string): boolean {
  const form = document.activeElement?.closest('form.so-form');
  return form != null && form.id !== id;
}

const withoutFields = (values: object, names: readonly string[] = []) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** Runs the rules, then saves; one at a time. */
function useSave<V extends object>(
  props: RecordFormProps<V>,
  form: FormInstance<V>,
  dropDraftNow: () => void,
) {
  const t = useText();
  const [state, setState] = useState<{ saving: boolean; error: unknown; conflict: boolean }>({
    saving: false,
    error: null,
    conflict: false,
  });
  const busy = useRef(false);
  const latest = useRef(props);
  latest.current = props;
  const submit = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setState({ saving: true, error: null, conflict: false });
    let next = { saving: false, error: null as unknown, conflict: false };
    try {
      const values = await form.validateFields();
      await latest.current.onSubmit({ ...(form.getFieldsValue(true) as V), ...values });
      dropDraftNow();
    } catch (error) {
      if (isRuleFailure(error)) focusFirstBad();
      else next = { ...next, ...place(error, form, t) };
    } finally {
      busy.current = false;
      setState(next);
    }
  }, [form, dropDraftNow, t]);
  return { ...state, submit };
}

const isRuleFailure = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errorFields' in error;

/** Puts an operation's field errors on their fields; what has no field is shown above the form. */
function place(error: unknown, form: FormInstance, t: Translate): { error: unknown; conflict: boolean } {
  if (!(error instanceof OpError)) return { error, conflict: false };
  if (error.code === 'VERSION_CONFLICT') return { error: null, conflict: true };
  const known = new Map(
    form.getFieldsError().map((field) => [field.name.join('.'), field.name as (string | number)[]]),
  );
  let placed = false;
  for (const [path, code] of Object.entries(error.fields)) {
    const name = known.get(path);
    if (!name) continue;
    const message =
      code === 'INVALID_INPUT'
        ? t('ui.form.wrong')
        : t.any(`errors.${code}`, error.details) || t('ui.form.wrong');
    form.setFields([{ name: name as never, errors: [message] }]);
    placed = true;
  }
  if (placed) focusFirstBad();
  return { error: placed ? null : error, conflict: false };
}

function focusFirstBad(): void {
  requestAnimationFrame(() => {
    const bad = document.querySelector<HTMLElement>(
      '.so-field--bad input, .so-field--bad textarea, .so-field--bad button',
    );
    bad?.focus();
    bad?.scrollIntoView?.({ block: 'center' });
  });
}

function useDraft(key: string | null) {
  const [offered, setOffered] = useState<Draft | null>(() => (key ? readDraft(key) : null));
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      offered,
      savedAt,
      keep(values: unknown) {
        if (!key) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          if (writeDraft(key, values)) setSavedAt(Date.now());
        }, 400);
      },
      accept: () => setOffered(null),
      drop() {
        clearTimeout(timer.current);
        setOffered(null);
        setSavedAt(null);
        if (key) dropDraft(key);
      },
    }),
    [key, offered, savedAt],
  );
}

function DraftLine({ draft, onOpen, onDrop }: { draft: Draft | null; onOpen(): void; onDrop(): void }) {
  const t = useText();
  const format = useFormat();
  if (!draft) return null;
  return (
    <div className="so-draft">
      <span>{t('ui.form.draftAt', { time: format.dateTime(draft.at) })}</span>
      <button type="button" className="so-linklike" onClick={onOpen}>
        {t('ui.form.draftOpen')}
      </button>
      <button type="button" className="so-linklike" onClick={onDrop}>
        {t('ui.form.draftDrop')}
      </button>
    </div>
  );
}

function FormFoot({
  saving,
  label,
  onCancel,
  savedAt,
}: {
  saving: boolean;
  label: string | undefined;
  onCancel: (() => void) | undefined;
  savedAt: number | null;
}) {
  const t = useText();
  const format = useFormat();
  const closed = usePageClosed();
  return (
    <div className="so-form__foot">
      <span className="so-caption">
        {savedAt ? t('ui.form.draftSaved', { time: format.time(savedAt) }) : ''}
      </span>
      <span className="so-row so-push">
        {onCancel && (
          <Button type="text" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
        <span title={closed ?? undefined}>
          <Button type="primary" htmlType="submit" loading={saving} disabled={closed !== null}>
            {label ?? t('ui.save')}
          </Button>
        </span>
      </span>
    </div>
  );
}

/** Two or three short fields beside each other. */
export function FieldRow({ children, columns }: { children: ReactNode; columns?: string }) {
  return (
    <div className="so-field-row" style={columns ? { gridTemplateColumns: columns } : undefined}>
      {children}
    </div>
  );
}

/** A titled group of fields. */
export function FormSection({
  title,
  tag,
  hint,
  children,
}: {
  title: string;
  /** What kind of information the section holds. */
  tag?: { text: string; icon?: LucideIcon };
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="so-form__section">
      <h2>
        {title}
        {tag && (
          <>
            {' '}
            <Tag icon={tag.icon ?? null}>{tag.text}</Tag>
          </>
        )}
      </h2>
      {hint && <p className="so-caption">{hint}</p>}
      {children}
    </section>
  );
}
