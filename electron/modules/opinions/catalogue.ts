/** The office's own lists: topics of opinions, and kinds with the days to answer in. */
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Kept, keptMovers, type Own, refuseTwin, refuseUsed, saveKept } from '../kept';
import * as repo from './catalogueRepository';

type TopicFields = Omit<ParsedInputOf<'opinions.saveTopic'>, keyof Own>;
type KindFields = Omit<ParsedInputOf<'opinions.saveKind'>, keyof Own>;

export const topicKept: Kept<TopicFields, repo.TopicRecord> = {
  table: 'opinion_topic',
  operations: {
    save: 'opinions.saveTopic',
    trash: 'opinions.trashTopics',
    restore: 'opinions.restoreTopics',
  },
  find: repo.topicById,
  fields: ({ name, nameEn }) => ({ name, nameEn }),
  written: (fields) => ({ ...fields }),
  check: (ctx, { name }, before) => refuseTwin(repo.topics(ctx.db), name, before),
  checkTrash: (_, row) => refuseUsed(row),
};
export const kindKept: Kept<KindFields, repo.KindRecord> = {
  table: 'opinion_kind',
  operations: { save: 'opinions.saveKind', trash: 'opinions.trashKinds', restore: 'opinions.restoreKinds' },
  find: repo.kindById,
  fields: ({ name, nameEn, workingDays, petition, basis }) => ({
    name,
    nameEn,
    workingDays,
    petition: petition === 1,
    basis,
  }),
  written: (fields) => ({ ...fields, petition: fields.petition ? 1 : 0 }),
  check: (ctx, { name }, before) => refuseTwin(repo.kinds(ctx.db), name, before),
  checkTrash: (_, row) => refuseUsed(row),
};

function catalogue(_: ParsedInputOf<'opinions.catalogue'>, ctx: Ctx): OutputOf<'opinions.catalogue'> {
  const row = ({ id, version, used }: repo.TopicRecord) => ({ id, version, used });
  return {
    topics: repo.topics(ctx.db).map((one) => ({ ...row(one), ...topicKept.fields(one) })),
    kinds: repo.kinds(ctx.db).map((one) => ({ ...row(one), ...kindKept.fields(one) })),
  };
}

const topics = keptMovers(topicKept);
const kinds = keptMovers(kindKept);

export const catalogueHandlers = {
  'opinions.catalogue': catalogue,
  'opinions.saveTopic': ({ id, version, ...fields }: ParsedInputOf<'opinions.saveTopic'>, ctx: Ctx) =>
    saveKept(ctx, topicKept, { id, version }, fields),
  'opinions.trashTopics': topics.trash,
  'opinions.restoreTopics': topics.restore,
  'opinions.saveKind': ({ id, version, ...fields }: ParsedInputOf<'opinions.saveKind'>, ctx: Ctx) =>
    saveKept(ctx, kindKept, { id, version }, fields),
  'opinions.trashKinds': kinds.trash,
  'opinions.restoreKinds': kinds.restore,
};
