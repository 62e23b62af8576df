/** Parts of the built-in templates: a paper whose texts hold fields. */
import type { Block, Inline, Orientation, SignatureBlock } from '../papers/paper';

export interface Sheet {
  title: string;
  subject: string | null;
  /** Italic line under the title. */
  note?: string;
  orientation?: Orientation;
  /** Without a number of its own, only place and date stand under the heading. */
  numbered?: boolean;
  blocks: readonly Block[];
}

export const say = (text: Inline, more: object = {}): Block => ({ kind: 'paragraph', text, ...more });
/** A line that only opens or closes a list or a condition: it leaves no line on paper. */
export const mark = (tag: string): Block => ({ kind: 'paragraph', text: `{${tag}}`, indent: false });
export const head = (text: string): Block => ({ kind: 'heading', text });
/** Printed only when the field has a value. */
export const when = (tag: string, ...blocks: Block[]): Block[] => [
  mark(`#${tag}`),
  ...blocks,
  mark(`/${tag}`),
];

export const SIGNED: SignatureBlock = {
  kind: 'signature',
  signer: { authority: ['{THAY_MAT}', '{CHUC_DANH_KY}'], name: '{nguoi_ky}' },
};
export const signedWith = (...recipients: string[]): SignatureBlock => ({ ...SIGNED, recipients });
export const SIGNED_BY_BOTH: SignatureBlock = {
  kind: 'signature',
  signer: { authority: ['CHỦ TỌA'], name: '{chu_toa}' },
  leftSigner: { authority: ['THƯ KÝ'], name: '{thu_ky}' },
};
