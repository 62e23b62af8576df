/** What the code on a certificate says of it. */
export interface ProofFacts {
  readonly registerNo: number;
  readonly registerYear: number;
  readonly decisionNo: string | null;
  /** ISO day. */
  readonly decidedOn: string | null;
  /** As printed. */
  readonly name: string;
  /** Where the recipient worked. */
  readonly unit: string | null;
  readonly form: string | null;
  readonly awardYear: number;
  readonly issuer: string | null;
}

/** "1a2b 3c4d …": a fingerprint as it is read out. */
export const spellFingerprint = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';
