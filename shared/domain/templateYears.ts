/** Years in what a template keeps: `{năm}` is the year of the event made from it, `{năm sau}` the next. */

interface Told {
  readonly eventName: string;
  readonly content: string | null;
  readonly agenda: readonly { readonly text: string }[];
}

/** Only a single year that stands after "năm": numbers of papers, dates and spans of years stay as they are. */
const YEAR = /(?<=năm )(\d{4})(?![\d–-])/giu;

function through<T extends Told>(body: T, change: (text: string) => string): T {
  const { eventName, content, agenda } = body;
  return {
    ...body,
    eventName: change(eventName),
    content: content && change(content),
    agenda: agenda.map((line) => ({ ...line, text: change(line.text) })),
  };
}

/** The year of an event and the one after it, as a template keeps them. */
export const withoutYears = <T extends Told>(body: T, year: number): T =>
  through(body, (text) =>
    text.replace(YEAR, (found) =>
      Number(found) === year ? '{năm}' : Number(found) === year + 1 ? '{năm sau}' : found,
    ),
  );

/** What the template says in that year. */
export const withYears = <T extends Told>(body: T, year: number): T =>
  through(body, (text) => text.replaceAll('{năm}', String(year)).replaceAll('{năm sau}', String(year + 1)));
