/** The fields a template may use, in the words of the office. */
import { useText } from '../../../client';
import type { Template } from './TemplatesPane';

type Field = { tag: string; label: string; labelEn: string };

/** `used`: fields the template uses; null while it is not known. */
export function FieldTable({ template, used }: { template: Template; used: readonly string[] | null }) {
  const t = useText();
  const label = (field: Field) => (t.language === 'vi' ? field.label : field.labelEn);
  const line = (field: Field, written: string, meaning: string) => (
    <div
      key={written}
      className={used && !used.includes(field.tag) ? 'so-templates__unused' : undefined}
      title={used && !used.includes(field.tag) ? t('wordTemplates.fieldLost') : undefined}
    >
      <dt>
        <code>{written}</code>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
  const single = template.fields.filter((field) => field.rows === null);
  const lists = template.fields.filter((field) => field.rows !== null);
  return (
    <section className="so-stack">
      <h3>{t('wordTemplates.fields')}</h3>
      <p className="so-caption">{t('wordTemplates.fieldsHint')}</p>
      <dl className="so-templates__fields">
        {single.map((field) => line(field, `{${field.tag}}`, label(field)))}
      </dl>
      {lists.map((list) => (
        <dl key={list.tag} className="so-templates__fields">
          {line(list, `{#${list.tag}}…{/${list.tag}}`, t('wordTemplates.listOf', { what: label(list) }))}
          {(list.rows ?? []).map((row) => line(row, `{${row.tag}}`, label(row)))}
        </dl>
      ))}
    </section>
  );
}
