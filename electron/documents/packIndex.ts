/** The index of a year-end pack as a page any browser opens: each paper, what it was made from, its files and sums, what is missing. */
export interface PackIndex {
  title: string;
  unit: string;
  facts: readonly string[];
  rows: readonly {
    no: string;
    name: string;
    /** What it was made from, its days, its number. */
    facts: readonly string[];
    files: readonly { name: string; label: string }[];
    /** In the way of the paper, or left to do. */
    gaps: readonly string[];
    /** Not there at all. */
    missing: boolean;
  }[];
  /** SHA-256 by name of file. */
  sums: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `body{font:15px/1.5 "Times New Roman",serif;margin:32px auto;max-width:1100px;padding:0 16px;color:#111}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:6px 8px;vertical-align:top;text-align:left}
th{background:#eee}p{margin:0 0 6px}h1{font-size:22px;margin:6px 0 12px}code{font:11px/1.4 monospace;color:#555;word-break:break-all}
ul{margin:0;padding-left:18px}.none{color:#a00}.no{white-space:nowrap}`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function rowOf(
  { no, name, facts, files, gaps, missing }: PackIndex['rows'][number],
  sums: PackIndex['sums'],
) {
  const links = files.map(
    (file) =>
      `<a href="${encodeURIComponent(file.name)}">${safe(file.label)}</a><br><code>${sums[file.name] ?? ''}</code>`,
  );
  const left = list(gaps.map(safe));
  return `<tr><td class="no">${safe(no)}</td><td><strong>${safe(name)}</strong>${facts
    .map((fact) => `<br>${safe(fact)}`)
    .join('')}</td><td>${
    links.length > 0 ? list(links) : `<span class="none">${missing ? 'Chưa có trong bộ hồ sơ' : ''}</span>`
  }</td><td${missing ? ' class="none"' : ''}>${left}</td></tr>`;
}

export function packIndexPage({ title, unit, facts, rows, sums }: PackIndex): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${STYLE}</style></head>
<body><p>${safe(unit)}</p><h1>${safe(title)}</h1>
${facts.map((fact) => `<p>${safe(fact)}</p>`).join('\n')}
<table><thead><tr><th>TT</th><th>Hồ sơ</th><th>Tệp và mã kiểm SHA-256</th><th>Còn thiếu, còn việc</th></tr></thead>
<tbody>
${rows.map((row) => rowOf(row, sums)).join('\n')}
</tbody></table></body></html>
`;
}
