/** The index of an evidence folder as a page any browser opens: criteria with scores, files to click, records in words. */
export interface EvidenceIndex {
  title: string;
  unit: string;
  facts: readonly string[];
  groups: readonly {
    code: string;
    title: string;
    score: string;
    items: readonly {
      code: string;
      title: string;
      score: string;
      figure: string | null;
      files: readonly { name: string; label: string }[];
      records: readonly string[];
      note: string | null;
    }[];
  }[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const address = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

const STYLE = `body{font:15px/1.5 "Times New Roman",serif;margin:32px auto;max-width:1000px;color:#111}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:6px 8px;vertical-align:top;text-align:left}
th{background:#eee}tr.group td{font-weight:bold;background:#f5f5f5}td.points{text-align:center;white-space:nowrap}
ul{margin:0;padding-left:18px}.none{color:#a00}`;

function itemRow(item: EvidenceIndex['groups'][number]['items'][number]): string {
  const links = item.files.map((file) => `<li><a href="${address(file.name)}">${safe(file.label)}</a></li>`);
  const words = [...item.records, ...(item.note === null ? [] : [item.note])].map(
    (text) => `<li>${safe(text)}</li>`,
  );
  const list = [...links, ...words];
  const proof =
    list.length > 0 ? `<ul>${list.join('')}</ul>` : '<span class="none">Chưa có minh chứng</span>';
  return `<tr><td>${safe(item.code)}</td><td>${safe(item.title)}</td><td class="points">${safe(item.score)}</td>
<td>${safe(item.figure ?? '')}</td><td>${proof}</td></tr>`;
}

export function evidenceIndexPage(index: EvidenceIndex): string {
  const rows = index.groups
    .map(
      (group) =>
        `<tr class="group"><td>${safe(group.code)}</td><td>${safe(group.title)}</td><td class="points">${safe(group.score)}</td>
<td></td><td></td></tr>\n${group.items.map(itemRow).join('\n')}`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${safe(index.title)}</title><style>${STYLE}</style></head>
<body><p>${safe(index.unit)}</p><h1>${safe(index.title)}</h1>
${index.facts.map((fact) => `<p>${safe(fact)}</p>`).join('\n')}
<table><thead><tr><th>TT</th><th>Tiêu chí</th><th>Điểm</th><th>Số liệu</th><th>Minh chứng</th></tr></thead>
<tbody>
${rows}
</tbody></table></body></html>
`;
}
