/** Papers that carry a signed code: certificates of merit, and of a course. */
export const PROVED_PAPERS = ['award', 'training'] as const;
export type ProvedPaper = (typeof PROVED_PAPERS)[number];

/** What the code on a certificate says of it. */
export interface ProofFacts {
  readonly paper: ProvedPaper;
  readonly registerNo: number;
  readonly registerYear: number;
  /** Of a course's certificate: its own number as printed. */
  readonly decisionNo: string | null;
  /** ISO day. */
  readonly decidedOn: string | null;
  /** As printed. */
  readonly name: string;
  /** Where the recipient worked; the course. */
  readonly unit: string | null;
  readonly form: string | null;
  readonly awardYear: number;
  readonly issuer: string | null;
}

/** "1a2b 3c4d …": a fingerprint as it is read out. */
export const spellFingerprint = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';
