/** Registers the faces a sheet uses with the browser: the same files the PDF embeds, served under fonts/. */
import { useEffect, useState } from 'react';
import { FONT_FILES, isFontKey } from '../../../shared/domain/layout/fontFiles';

const loading = new Map<string, Promise<unknown>>();

/** CSS family of a layout font. */
export const familyOf = (key: string) => `sheet-${key}`;

function load(key: string): Promise<unknown> {
  const known = loading.get(key);
  if (known) return known;
  if (!isFontKey(key) || typeof FontFace === 'undefined') return Promise.resolve();
  const address = new URL(`fonts/${FONT_FILES[key].file}`, document.baseURI).href;
  const face = new FontFace(familyOf(key), `url("${address}")`);
  document.fonts.add(face);
  const promise = face.load();
  loading.set(key, promise);
  promise.catch(() => loading.delete(key));
  return promise;
}

/** True once every face is there, or could not be had. */
export function useLayoutFonts(keys: readonly string[]): boolean {
  const wanted = keys.join('|');
  const [ready, setReady] = useState('');
  useEffect(() => {
    let live = true;
    void Promise.allSettled(wanted.split('|').filter(Boolean).map(load)).then(() => {
      if (live) setReady(wanted);
    });
    return () => {
      live = false;
    };
  }, [wanted]);
  return ready === wanted;
}
