/** Names of departments and groups that stand in lines of their own. */
import { tidy } from './encoding';

/** A department's name without its numeral and its head count: "II. Khoa Nội (14 đ/c)" is "Khoa Nội". */
export function cleanSection(text: string): string {
  return tidy(text)
    .replace(/^\s*(?:[IVXLC]{1,7}|\d{1,3}|[A-ZĐ])\s*(?:[.)/:]|\s[–-])\s*(?=\S)/u, '')
    .replace(/\s*\([^()]{0,30}\d[^()]{0,60}\)\s*$/u, '')
    .replace(
      /\s*[:–-]\s*(?:có\s*)?\d{1,5}\s*(?:đ\/?c|đồng chí|người|đoàn viên|đv|cb|cán bộ|cbvc|nv|viên chức|cnvc)?\.?\s*$/iu,
      '',
    )
    .replace(/\s+(?:có\s+)?\d{1,5}\s*(?:đ\/c|đc|đồng chí|người|đoàn viên|đv|cán bộ|viên chức)\.?\s*$/iu, '')
    .replace(/\s*[:–-]\s*$/u, '')
    .trim();
}
