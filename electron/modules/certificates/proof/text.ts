/**
 * The signed text a code carries: "SCD2." and decimal digits, which no typing tool for Vietnamese (Telex, VNI) and no
 * keyboard layout changes on their way from a scanner. The digits are bytes: version, key, facts, Ed25519 signature.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { addDays, daysBetween } from '../../../../shared/domain/dateMath';
import { PROVED_PAPERS, type ProofFacts, type ProvedPaper } from '../../../../shared/domain/proof';
import { WORDS_1 } from './words';

const PREFIX = 'SCD2.';
/** The first byte tells the paper; what is packed after it is alike. */
const VERSIONS: Record<ProvedPaper, number> = { award: 1, training: 2 };
const SIGNATURE = 64;
const HEAD = 5;
/** Digits that fit a code of 45 modules at its lowest level: 0,4 mm and more each on the 19 mm the layouts give. */
export const MOST_DIGITS = 350;
/** Longest text looked at; longer is no signed text. */
const MOST_CHARS = 2000;
const MOST_FACTS = 4096;
const EPOCH = '2000-01-01';
/** Years are told from here. */
const FIRST_YEAR = 1950;

const dictionary = Buffer.from(WORDS_1, 'utf8');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The whole SHA-256 of a public key in hexadecimal. */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex');

/** The name papers give a key. */
export const keyCode = (publicKey: Uint8Array): string => fingerprintOf(publicKey).slice(0, 8);

const privateObject = (privateKey: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, privateKey]), format: 'der', type: 'pkcs8' });

/** The public half of a private key. */
export function publicOf(privateKey: Uint8Array): Buffer {
  const der = createPublicKey(privateObject(privateKey)).export({ format: 'der', type: 'spki' }) as Buffer;
  return der.subarray(der.length - 32);
}

/** What signs the papers of one batch. */
export interface Signer {
  readonly code: string;
  readonly key: KeyObject;
}

export const signerOf = (privateKey: Uint8Array): Signer => ({
  code: keyCode(publicOf(privateKey)),
  key: privateObject(privateKey),
});

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** Reads numbers off the front of some bytes. */
function reader(bytes: Uint8Array) {
  let at = 0;
  return {
    number(): number {
      let [value, step] = [0, 1];
      for (;;) {
        const byte = bytes[at++];
        if (byte === undefined || step > 2 ** 35) throw new RangeError('cut short');
        value += (byte % 128) * step;
        if (byte < 128) return value;
        step *= 128;
      }
    },
    rest: () => bytes.subarray(at),
  };
}

const lineOf = (text: string | null) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

function packFacts(facts: ProofFacts): Buffer {
  const days = facts.decidedOn === null ? 0 : daysBetween(EPOCH, facts.decidedOn) + 1;
  const numbers = [
    facts.registerNo,
    facts.registerYear - FIRST_YEAR,
    Math.max(0, days),
    facts.awardYear - FIRST_YEAR,
  ];
  const text = [facts.name, facts.decisionNo, facts.form, facts.issuer, facts.unit].map(lineOf).join('\n');
  const packed = deflateRawSync(Buffer.from(text, 'utf8'), { dictionary, level: 9 });
  return Buffer.concat([Buffer.from(numbers.flatMap(varint)), packed]);
}

function unpackFacts(paper: ProvedPaper, bytes: Uint8Array): ProofFacts {
  const head = reader(bytes);
  const [registerNo, registerYear, days, awardYear] = [0, 0, 0, 0].map(() => head.number()) as [
    number,
    number,
    number,
    number,
  ];
  const text = inflateRawSync(head.rest(), { dictionary, maxOutputLength: MOST_FACTS }).toString('utf8');
  const [name = '', decisionNo, form, issuer, unit] = text.split('\n');
  return {
    paper,
    registerNo,
    registerYear: registerYear + FIRST_YEAR,
    decidedOn: days === 0 ? null : addDays(EPOCH, days - 1),
    awardYear: awardYear + FIRST_YEAR,
    name,
    decisionNo: decisionNo || null,
    form: form || null,
    issuer: issuer || null,
    unit: unit || null,
  };
}

const signedBytes = (bytes: Uint8Array) => Buffer.concat([Buffer.from(PREFIX), bytes]);

function compose(facts: ProofFacts, { code, key }: Signer): string {
  const body = Buffer.concat([
    Buffer.from([VERSIONS[facts.paper]]),
    Buffer.from(code, 'hex'),
    packFacts(facts),
  ]);
  const whole = Buffer.concat([body, sign(null, signedBytes(body), key)]);
  return `${PREFIX}${BigInt(`0x${whole.toString('hex')}`)}`;
}

/**
 * The signed text of a paper. Where the code would be too fine to scan, the recipient's unit and then the issuing
 * body are left out (the key tells whose it is); the name, the numbers and the form always stay.
 */
export function signFacts(facts: ProofFacts, signer: Signer): string {
  const shorter = [facts, { ...facts, unit: null }, { ...facts, unit: null, issuer: null }];
  let text = '';
  for (const one of shorter) {
    text = compose(one, signer);
    if (text.length <= PREFIX.length + MOST_DIGITS) break;
  }
  return text;
}

/** A signed text as it reads; nothing is known yet of its signature. */
export interface ReadProof {
  readonly code: string;
  readonly facts: ProofFacts;
  /** Whether the key with this public half signed exactly this. */
  signedBy(publicKey: Uint8Array): boolean;
}

/** Reads what a scanner gave, blanks and line ends anywhere; null when it is no signed text at all. */
export function readProof(scanned: string): ReadProof | null {
  if (scanned.length > MOST_CHARS) return null;
  const text = scanned.replace(/\s+/g, '').toUpperCase();
  const digits = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  if (!/^[1-9]\d{150,999}$/.test(digits)) return null;
  const hex = BigInt(digits).toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const paper = PROVED_PAPERS.find((one) => VERSIONS[one] === bytes[0]);
  if (paper === undefined || bytes.length < HEAD + SIGNATURE + 5) return null;
  const body = bytes.subarray(0, bytes.length - SIGNATURE);
  const signature = bytes.subarray(bytes.length - SIGNATURE);
  try {
    const facts = unpackFacts(paper, body.subarray(HEAD));
    const code = body.subarray(1, HEAD).toString('hex');
    return {
      code,
      facts,
      signedBy: (publicKey) => {
        const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
        return verify(null, signedBytes(body), key, signature);
      },
    };
  } catch {
    return null;
  }
}
