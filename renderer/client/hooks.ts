/** React hooks over the contract: read, write, long work. */
import { keepPreviousData, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, NamesOfKind, OperationName, OutputOf } from '../../shared/contract';
import { bridge } from './bridge';
import { invoke, invokeAny, OpError, type Reply, sentenceOf, supportCode } from './client';
import { currentText } from './i18n';
import { useNotices, usePending, useUndo } from './stores';

export interface QueryOptions {
  enabled?: boolean;
  /** Keep showing the former answer while a changed input is read. */
  keep?: boolean;
  staleTime?: number;
}

/** Reads an operation; refetched by itself when its area changes. `data` undefined until the first answer. */
export function useQueryOp<N extends NamesOfKind<'query'>>(
  name: N,
  input: InputOf<N>,
  options: QueryOptions = {},
) {
  return useQuery<OutputOf<N>, Error>({
    queryKey: [name, input],
    queryFn: async () => (await invoke(name, input)).data,
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Several readings of one operation, in the order of the inputs. */
export function useQueryOps<N extends NamesOfKind<'query'>>(
  name: N,
  inputs: readonly InputOf<N>[],
): (OutputOf<N> | undefined)[] {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: async () => (await invoke(name, input)).data,
    })),
  }).map((result) => result.data);
}

export interface CommandOptions<N extends OperationName> {
  /** Past-tense sentence for the notice: "Đã chuyển 3 đoàn viên vào thùng rác". Null shows none. */
  done?: ((data: OutputOf<N>, input: InputOf<N>) => string | null) | null;
  /** 'notice' (default) shows a failure in the notice bar; 'inline' leaves it to the form. */
  failure?: 'notice' | 'inline';
}

/** Shows what was done; offers to take it back when the reply names how. */
export function announce<T>(reply: Reply<T>, text: string | null): void {
  if (reply.undo) {
    const label = text ?? currentText()('app.done');
    const undo = useUndo.getState().push(label, reply.undo);
    if (text !== null) useNotices.getState().say({ kind: 'done', text, undo });
  } else if (text) {
    useNotices.getState().say({ kind: 'done', text });
  }
}

/** Shows a failure in the notice bar, unless the user stopped the work. */
export function announceFailure(error: unknown): void {
  if (error instanceof OpError && error.code === 'CANCELLED') return;
  useNotices.getState().say({ kind: 'error', text: sentenceOf(error), code: supportCode(error) });
}

/** Writes through an operation: `run(input)` resolves to the data or rejects with OpError; `fire` never rejects. */
export function useCommandOp<N extends NamesOfKind<'command'>>(name: N, options: CommandOptions<N> = {}) {
  const latest = useRef(options);
  latest.current = options;
  const mutation = useMutation<Reply<OutputOf<N>>, Error, InputOf<N>>({
    mutationFn: async (input) => {
      usePending.getState().add(1);
      try {
        return await invoke(name, input);
      } finally {
        usePending.getState().add(-1);
      }
    },
    onSuccess: (reply, input) => {
      const { done } = latest.current;
      const text = done
        ? done(reply.data, input)
        : done === null
          ? null
          : reply.undo
            ? currentText()('app.done')
            : null;
      announce(reply, text);
    },
    onError: (error) => {
      if (latest.current.failure !== 'inline') announceFailure(error);
    },
  });
  const { mutateAsync } = mutation;
  const run = useCallback(async (input: InputOf<N>) => (await mutateAsync(input)).data, [mutateAsync]);
  const fire = useCallback(
    (input: InputOf<N>) => {
      mutateAsync(input).catch(() => undefined);
    },
    [mutateAsync],
  );
  return { run, fire, running: mutation.isPending, error: mutation.error, reset: mutation.reset };
}

export interface JobProgress {
  done: number;
  total: number | null;
  /** Locale key of the step being done, under `jobs`. */
  label?: string;
  /** Date.now() at the start, for the time left. */
  startedAt: number;
}

/** Long work with progress and cancel. Leaving the page cancels it unless `keepRunning`. */
export function useJobOp<N extends NamesOfKind<'job'>>(
  name: N,
  options: CommandOptions<N> & { keepRunning?: boolean } = {},
) {
  const latest = useRef(options);
  latest.current = options;
  const current = useRef<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [stopping, setStopping] = useState(false);

  const cancel = useCallback(() => {
    if (!current.current) return;
    setStopping(true);
    invokeAny('host.cancelJob', { jobId: current.current }).catch(() => undefined);
  }, []);

  useEffect(
    () => () => {
      if (!latest.current.keepRunning && current.current)
        invokeAny('host.cancelJob', { jobId: current.current }).catch(() => undefined);
    },
    [],
  );

  const run = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N>> => {
      const jobId = crypto.randomUUID();
      current.current = jobId;
      const startedAt = Date.now();
      setStopping(false);
      setProgress({ done: 0, total: null, startedAt });
      const off = bridge().on((event) => {
        if (event.type !== 'progress' || event.jobId !== jobId) return;
        const { done, total, label } = event;
        setProgress(label === undefined ? { done, total, startedAt } : { done, total, label, startedAt });
      });
      try {
        const reply = await invoke(name, input, jobId);
        announce(reply, latest.current.done ? latest.current.done(reply.data, input) : null);
        return reply.data;
      } catch (error) {
        if (latest.current.failure !== 'inline') announceFailure(error);
        throw error;
      } finally {
        off();
        current.current = null;
        setProgress(null);
        setStopping(false);
      }
    },
    [name],
  );
  return { run, cancel, progress, running: progress !== null, stopping };
}
