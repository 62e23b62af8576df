/** What may be kept as evidence, and how a file's kind is told by its name. */

export const ATTACHMENT_KINDS = ['photo', 'paper', 'scan', 'other'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Largest attached file, in bytes. */
export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;
/** The same in words of a limit: megabytes. */
export const MAX_ATTACHMENT_MB = 50;

interface FileType {
  readonly mime: string;
  readonly kind: AttachmentKind;
  /** The window can show it by itself. */
  readonly shown?: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const type = (mime: string, kind: AttachmentKind, shown = false): FileType => ({ mime, kind, shown });

/** Files that are kept, by name ending. No programs, and no papers that carry macros. */
const TYPES: Readonly<Record<string, FileType>> = {
  jpg: type('image/jpeg', 'photo', true),
  jpeg: type('image/jpeg', 'photo', true),
  png: type('image/png', 'photo', true),
  webp: type('image/webp', 'photo', true),
  gif: type('image/gif', 'photo', true),
  heic: type('image/heic', 'photo'),
  heif: type('image/heif', 'photo'),
  bmp: type('image/bmp', 'photo'),
  tif: type('image/tiff', 'scan'),
  tiff: type('image/tiff', 'scan'),
  pdf: type('application/pdf', 'paper', true),
  doc: type('application/msword', 'paper'),
  docx: type(`${OFFICE}wordprocessingml.document`, 'paper'),
  xls: type('application/vnd.ms-excel', 'paper'),
  xlsx: type(`${OFFICE}spreadsheetml.sheet`, 'paper'),
  ppt: type('application/vnd.ms-powerpoint', 'paper'),
  pptx: type(`${OFFICE}presentationml.presentation`, 'paper'),
  odt: type('application/vnd.oasis.opendocument.text', 'paper'),
  ods: type('application/vnd.oasis.opendocument.spreadsheet', 'paper'),
  rtf: type('application/rtf', 'paper'),
  txt: type('text/plain', 'paper'),
  csv: type('text/csv', 'paper'),
  eml: type('message/rfc822', 'other'),
  zip: type('application/zip', 'other'),
  mp4: type('video/mp4', 'other'),
  mov: type('video/quicktime', 'other'),
  mp3: type('audio/mpeg', 'other'),
  m4a: type('audio/mp4', 'other'),
};

/** Name endings that are kept. */
export const ATTACHMENT_ENDINGS: readonly string[] = Object.keys(TYPES);

/** Ending of a name, without the dot, in small letters; '' where there is none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The type of a file by its name; undefined for one that is not kept. */
export function fileTypeOf(name: string): FileType | undefined {
  const ending = endingOf(name);
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}

/** Pictures a window can draw. */
export const isShownPicture = (mime: string): boolean => /^image\/(jpeg|png|webp|gif)$/.test(mime);
