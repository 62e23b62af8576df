/** Files that were opened on this page; the privacy shield, and leaving, covers them again. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { announceFailure, invoke, useNotices, useShield, useText } from '../../client';
import type { OpenedFile } from './words';

export interface Opened {
  /** The file as opened; undefined while it is covered, or has changed since. */
  get(file: { id: number; version: number }): OpenedFile | undefined;
  readonly any: boolean;
  /** Logged. */
  open(ids: readonly number[]): Promise<void>;
  /** What a command answered. */
  keep(file: OpenedFile): void;
  hide(): void;
}

export function useOpened(): Opened {
  const t = useText();
  const shield = useShield((state) => state.on);
  const [files, setFiles] = useState<ReadonlyMap<number, OpenedFile>>(new Map());
  const hide = useCallback(() => setFiles(new Map()), []);
  useEffect(() => {
    if (shield) hide();
  }, [shield, hide]);
  const add = useCallback(
    (rows: readonly OpenedFile[]) =>
      setFiles((old) => new Map([...old, ...rows.map((row) => [row.id, row] as const)])),
    [],
  );
  const open = useCallback(
    async (ids: readonly number[]) => {
      if (ids.length === 0) return;
      try {
        const { data } = await invoke('party.reveal', { ids: [...ids] });
        add(data.rows);
        useNotices.getState().say({ kind: 'done', text: t('party.revealed', { count: data.rows.length }) });
      } catch (error) {
        announceFailure(error);
      }
    },
    [add, t],
  );
  return useMemo(
    () => ({
      get: ({ id, version }) => {
        const file = shield ? undefined : files.get(id);
        return file?.version === version ? file : undefined;
      },
      any: files.size > 0 && !shield,
      open,
      keep: (file) => add([file]),
      hide,
    }),
    [files, shield, open, add, hide],
  );
}
