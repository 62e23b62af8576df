/** A blank as it is being put in: nothing is kept until it is saved. */
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { pickFile, useCommandOp, useText } from '../../../client';
import type { Blank, Place } from './backdrop';
import { FIRST_CORNERS } from './CornerBoard';

export type Draft = Pick<Blank, 'name' | 'w' | 'h' | 'scan' | 'place' | 'off' | 'layouts'>;
export type Placing = 'whole' | 'place' | 'corners';

/** How much a picture's shape may differ from the sheet's and still be a scan of the whole sheet. */
const SAME_SHAPE = 0.03;

const whole = (w: number, h: number): Place => ({ x: 0, y: 0, w, h, turn: 0, corners: null });
const covers = ({ place, w, h }: Draft) =>
  place.corners === null && JSON.stringify(place) === JSON.stringify({ ...place, ...whole(w, h) });

const NEW: Draft = { name: '', w: 297, h: 210, scan: null, place: whole(297, 210), off: [], layouts: [] };

const fieldsOf = ({ name, w, h, scan, place, off, layouts }: Draft): Draft => ({
  name,
  w,
  h,
  scan,
  place,
  off,
  layouts,
});

const placingOf = (draft: Draft): Placing =>
  draft.place.corners ? 'corners' : covers(draft) ? 'whole' : 'place';

/** What was read or saved last: shown anew when it changes by undo or in another window, unless something is unsaved. */
function useKept(blank: Blank | null) {
  const [kept, setKept] = useState({
    fields: blank ? fieldsOf(blank) : NEW,
    version: blank?.version ?? null,
  });
  const [draft, setDraft] = useState(kept.fields);
  const [placing, setPlacing] = useState(() => placingOf(kept.fields));
  const changed = JSON.stringify(draft) !== JSON.stringify(kept.fields);
  useEffect(() => {
    if (!blank || changed || blank.version <= (kept.version ?? 0)) return;
    const fields = fieldsOf(blank);
    setKept({ fields, version: blank.version });
    setDraft(fields);
    if (JSON.stringify(fields) !== JSON.stringify(kept.fields)) setPlacing(placingOf(fields));
  }, [blank, changed, kept]);
  return { kept, setKept, draft, setDraft, placing, setPlacing, changed };
}

export function useBlankDraft(blank: Blank | null) {
  const t = useText();
  const navigate = useNavigate();
  const { kept, setKept, draft, setDraft, placing, setPlacing, changed } = useKept(blank);
  const keepScan = useCommandOp('certificates.addScan', { done: null });
  const saving = useCommandOp('certificates.saveBlank', {
    done: (_, input) => t('blanks.blankSaved', { name: input.name }),
  });
  const set = (changes: Partial<Draft>) => setDraft((old) => ({ ...old, ...changes }));
  const resize = (w: number, h: number) =>
    setDraft((old) => ({ ...old, w, h, ...(covers(old) ? { place: whole(w, h) } : {}) }));
  const placeBy = (next: Placing) => {
    setPlacing(next);
    const { w, h, place } = draft;
    if (next === 'whole') set({ place: whole(w, h) });
    else if (next === 'place') set({ place: { ...place, corners: null } });
    else set({ place: { ...whole(w, h), corners: place.corners ?? FIRST_CORNERS } });
  };
  const choose = async () => {
    const file = await pickFile(['png', 'jpg', 'jpeg']);
    const scan = file && (await keepScan.run({ token: file.token }).catch(() => null));
    if (!file || !scan) return;
    const { w, h, name } = draft;
    const straight = Math.abs((scan.width * h) / (scan.height * w) - 1) < SAME_SHAPE;
    setPlacing(straight ? 'whole' : 'corners');
    const place = straight ? whole(w, h) : { ...whole(w, h), corners: FIRST_CORNERS };
    const named = name.trim() === '' ? { name: file.name.replace(/\.[^.]+$/, '').slice(0, 100) } : {};
    set({ scan: scan.hash, place, ...named });
  };
  const save = async () => {
    const fields = { ...draft, name: draft.name.trim() };
    const input = { ...fields, id: blank?.id ?? null, version: kept.version };
    const made = await saving.run(input).catch(() => null);
    if (!made) return;
    setDraft(fields);
    setKept({ fields, version: made.version });
    if (!blank) navigate(`/certificates/blanks/${made.id}`, { replace: true });
  };
  return { draft, set, resize, placing, placeBy, choose, save, changed };
}

export type BlankDraft = ReturnType<typeof useBlankDraft>;
