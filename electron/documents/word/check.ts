/** Looks a template over before it is used: which tags do not fit together, which are not known, and what was meant. */
import {
  nearestTag,
  plainTag,
  type TagProblemCode,
  tagsOf,
  type WordField,
} from '../../../shared/domain/wordTemplates';
import { isFilled, type Parts, textOf } from './container';
import { templateOf } from './fill';

export interface TagProblem {
  code: TagProblemCode;
  /** As it stands in the file. */
  tag: string;
  /** What to type instead; null where nothing is near. */
  suggestion: string | null;
  /** Text before it, to find the place. */
  near: string;
}

export interface TemplateFindings {
  problems: TagProblem[];
  /** Known fields that the template uses. */
  used: string[];
}

const CODES: Readonly<Record<string, TagProblemCode>> = {
  unclosed_tag: 'unclosed',
  unopened_tag: 'unopened',
  duplicate_open_tag: 'doubled',
  duplicate_close_tag: 'doubled',
  unclosed_loop: 'unclosedList',
  unopened_loop: 'unopenedList',
  closing_tag_does_not_match_opening_tag: 'mismatch',
};

interface LibraryError {
  properties?: {
    id?: string;
    xtag?: string;
    openingtag?: string;
    closingtag?: string;
    context?: string;
    errors?: LibraryError[];
  };
}

export function checkTemplate(parts: Parts, fields: readonly WordField[]): TemplateFindings {
  const doubled = doubledTags(parts, fields);
  if (doubled.length > 0) return { problems: doubled.slice(0, 50), used: [] };
  let template: ReturnType<typeof templateOf>;
  try {
    template = templateOf(parts);
  } catch (error) {
    const { properties } = error as LibraryError;
    const errors = properties?.errors ?? [error as LibraryError];
    const problems = errors.slice(0, 50).map((one) => structural(one, fields));
    return { problems: mistypedEnds(problems, fields), used: [] };
  }
  const problems: TagProblem[] = [];
  const used = new Set<string>();
  for (const name of [...parts.keys()].filter(isFilled))
    for (const one of tagsIn(template.getFullText(name))) {
      const problem = judge(one, fields);
      if (problem) problems.push(problem);
      else used.add(plainTag(one.tag));
    }
  return { problems: problems.slice(0, 50), used: [...used] };
}

/** Tags in two pairs of braces, as other programs write them. */
function doubledTags(parts: Parts, fields: readonly WordField[]): TagProblem[] {
  const known = tagsOf(fields);
  return [...parts.keys()].filter(isFilled).flatMap((name) => {
    const text = textOf(parts, name)
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '');
    return [...text.matchAll(/\{\{\s*([#/^]?)([^{}]*)\}\}/g)].map((match) => {
      const [tag, mark = '', inner = ''] = match;
      const plain = plainTag(inner);
      const meant = known.has(plain) ? plain : nearestTag(plain, known.keys());
      return {
        code: 'doubled' as const,
        tag,
        suggestion: meant && `{${mark}${meant}}`,
        near: before(text, match.index),
      };
    });
  });
}

const before = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 40), at)
    .replace(/\s+/g, ' ')
    .trim();

function structural(error: LibraryError, fields: readonly WordField[]): TagProblem {
  const { id = '', xtag = '', openingtag, closingtag, context = '' } = error.properties ?? {};
  const code = CODES[id] ?? 'other';
  const tag = closingtag ?? xtag;
  const plain = plainTag(tag.replace(/^[#/^]/, ''));
  const meant = openingtag ?? (tagsOf(fields).has(plain) ? plain : nearestTag(plain, tagsOf(fields).keys()));
  const mark = { unclosedList: '/', unopenedList: '#', mismatch: '/' }[code as string] ?? '';
  return { code, tag, near: context.slice(0, 60), suggestion: meant ? `{${mark}${meant}}` : null };
}

/** A list whose closing tag is mistyped is one thing to put right, not two. */
function mistypedEnds(problems: TagProblem[], fields: readonly WordField[]): TagProblem[] {
  const known = tagsOf(fields);
  const end = problems.find((one) => one.code === 'unopenedList' && !known.has(plainTag(one.tag)));
  const start = problems.find((one) => one.code === 'unclosedList');
  if (!end || !start) return problems;
  const one: TagProblem = { ...end, code: 'mismatch', suggestion: `{/${start.tag}}` };
  return [one, ...problems.filter((each) => each !== end && each !== start)];
}

interface FoundTag {
  mark: string;
  tag: string;
  near: string;
  /** Lists it stands in, the innermost last. */
  inside: readonly string[];
}

function* tagsIn(text: string): Generator<FoundTag> {
  const inside: string[] = [];
  for (const match of text.matchAll(/\{([#/^]?)([^{}]*)\}/g)) {
    const [, mark = '', tag = ''] = match;
    if (mark === '/') {
      inside.pop();
      continue;
    }
    yield { mark, tag: tag.trim(), near: before(text, match.index), inside: [...inside] };
    if (mark !== '') inside.push(plainTag(tag));
  }
}

function judge(found: FoundTag, fields: readonly WordField[]): TagProblem | null {
  const plain = plainTag(found.tag);
  if (plain === '.' || reachable(fields, found.inside).has(plain)) return null;
  const home = fields.find((field) => field.rows?.some((row) => row.tag === plain));
  const written = { tag: `{${found.mark}${found.tag}}`, near: found.near };
  if (home) return { ...written, code: 'outside', suggestion: `{#${home.tag}}…{/${home.tag}}` };
  const known = found.mark === '' ? reachable(fields, found.inside).keys() : fields.map((field) => field.tag);
  const meant = nearestTag(plain, known) ?? nearestTag(plain, tagsOf(fields).keys());
  return { ...written, code: 'unknown', suggestion: meant && `{${found.mark}${meant}}` };
}

/** Fields that mean something at a place: those of the paper and those of the lists around it. */
function reachable(fields: readonly WordField[], inside: readonly string[]): Map<string, WordField> {
  const all = new Map(fields.map((field) => [field.tag, field]));
  for (const list of inside) for (const row of all.get(list)?.rows ?? []) all.set(row.tag, row);
  return all;
}
