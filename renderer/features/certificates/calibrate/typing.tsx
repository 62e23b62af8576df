/** Numbers typed with a comma, and the sizes of paper. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import type { Blank } from '../blanks/backdrop';

export const SIZES = { a4l: [297, 210], a4p: [210, 297], a3l: [420, 297], a3p: [297, 420] } as const;
export const PAPERS = ['a4l', 'a4p', 'a3l', 'a3p', 'own'] as const;

/** "25,3" as a number; null when it is none. */
export function read(text: string | undefined): number | null {
  const value = Number((text ?? '').trim().replace('−', '-').replace(',', '.'));
  return (text ?? '').trim() === '' || !Number.isFinite(value) ? null : value;
}

export function Typed(props: {
  label: string;
  value: string;
  placeholder?: string;
  onChange(value: string): void;
}) {
  const id = useId();
  return (
    <label className="so-cert-field" htmlFor={id}>
      <span>{props.label}</span>
      <Input
        id={id}
        aria-label={props.label}
        value={props.value}
        placeholder={props.placeholder}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

export type Typing = Record<string, string>;
type PaperKey = (typeof PAPERS)[number];

/** Paper the sheet is printed on; a blank brings its own. */
export function usePaper() {
  const [paper, setPaper] = useState<PaperKey>('a4l');
  const [typed, setTyped] = useState<Typing>({ w: '400', h: '300' });
  const [w, h] = paper === 'own' ? [read(typed.w) ?? 0, read(typed.h) ?? 0] : SIZES[paper];
  const valid = Math.min(w, h) >= 100 && Math.max(w, h) <= 1200;
  const take = (blank: Pick<Blank, 'w' | 'h'>) => {
    const known = (['a4l', 'a4p', 'a3l', 'a3p'] as const).find(
      (key) => SIZES[key][0] === blank.w && SIZES[key][1] === blank.h,
    );
    setPaper(known ?? 'own');
    if (!known) setTyped({ w: String(blank.w).replace('.', ','), h: String(blank.h).replace('.', ',') });
  };
  return { paper, setPaper, typed, setTyped, w, h, valid, take };
}
export type Paper = ReturnType<typeof usePaper>;
