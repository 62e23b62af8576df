/** What is being calibrated: an adjustment of a printer for a blank, new or taken up again. */
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type Adjustment, NO_ADJUSTMENT } from '../../../../shared/domain/layout/calibrate';
import { useQueryOp } from '../../../client';
import { shownLayout } from '../blanks/BlankForm';
import { useBlanks } from '../blanks/BlankSelect';
import { usePaper } from './typing';

interface Names {
  printer: string;
  tray: string;
  /** The row that is corrected; null makes a new one. */
  edited: { id: number; version: number } | null;
}
export type Kept = Names & { set(changes: Partial<Names>): void };

/** Takes up what the address names, once it has been read. */
function useFromAddress(
  take: (from: { blankId: number | null; printerId: number | null }) => void,
  ready: boolean,
) {
  const [params] = useSearchParams();
  const taken = useRef('');
  const address = params.toString();
  useEffect(() => {
    if (!ready || taken.current === address) return;
    taken.current = address;
    const number = (key: string) => Number(new URLSearchParams(address).get(key)) || null;
    take({ blankId: number('blank'), printerId: number('printer') });
  }, [ready, address, take]);
}

export function useCalibration() {
  const paper = usePaper();
  const blanks = useBlanks();
  const printers = useQueryOp('certificates.printers', {}).data?.rows;
  const read = useQueryOp('certificates.blanks', {}).data !== undefined && printers !== undefined;
  const [adjustment, setAdjustment] = useState<Adjustment>(NO_ADJUSTMENT);
  const [blankId, setBlankId] = useState<number | null>(null);
  const [layoutId, setLayoutId] = useState(shownLayout([]));
  const [names, setNames] = useState<Names>({ printer: '', tray: '', edited: null });
  const chooseBlank = (id: number | null) => {
    const blank = blanks.find((row) => row.id === id);
    setBlankId(blank?.id ?? null);
    if (!blank) return;
    paper.take(blank);
    if (blank.layouts.length > 0) setLayoutId(shownLayout(blank.layouts));
  };
  useFromAddress(({ blankId: wanted, printerId }) => {
    const row = printers?.find((one) => one.id === printerId);
    if (row) {
      setAdjustment({ dx: row.dx, dy: row.dy, scale: row.scale });
      setNames({ printer: row.printer ?? row.name, tray: row.tray ?? '', edited: row });
    }
    chooseBlank(row?.blankId ?? wanted);
  }, read);
  const kept: Kept = { ...names, set: (changes) => setNames((old) => ({ ...old, ...changes })) };
  const blank = blanks.find((row) => row.id === blankId);
  return { paper, adjustment, setAdjustment, blank, chooseBlank, layoutId, setLayoutId, kept };
}
