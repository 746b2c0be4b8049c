import type { Clock } from '@/lib/core/clock';
import type { Db } from '@/lib/db/handle';
import { ARTICLE_CHANNEL, articlesStamp, loadArticles } from '@/lib/db/knowledge';
import { listen } from '@/lib/db/listen';
import type { Article } from '@/lib/domain/knowledge';
import { createLibrary, type Library } from '@/lib/knowledge/library';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Embeddings } from './embeddings';

/** A safety net under the notifications: whether articles changed is looked at this often whatever is heard. */
const LOOK_MS = 30_000;
/** An endpoint that would not embed is asked again after this. */
const LEARN_AGAIN_MS = 60_000;

export interface ShelfSource {
  db: Db;
  /** Where notifications come from; a pooler that hands connections around does not pass them on. */
  listenUrl: string;
  clock: Clock;
  /** Embeddings by the policies in force; null where no model is set. `relearn` is to be called when kept vectors no longer fit. */
  embeddingsOf(policies: PolicySet, relearn: () => void): Embeddings | null;
  onProblem(thrown: unknown, what: string): void;
  lookMs?: number;
}

/** The articles of this process, kept current: a change by any process is on it a moment later, without a restart. */
export interface Shelf {
  /** The library as articles and these policies stand. While articles cannot be read the last ones stay; rejects when there never were any. */
  library(policies: PolicySet): Promise<Library>;
  close(): Promise<void>;
}

interface Built {
  articles: readonly Article[];
  policies: PolicySet;
  embeddings: Embeddings | null;
  library: Library;
}

export const openShelf = ({
  db,
  listenUrl,
  clock,
  embeddingsOf,
  onProblem,
  lookMs = LOOK_MS,
}: ShelfSource): Shelf => {
  const closing = new AbortController();
  let articles: readonly Article[] | null = null;
  let stamp: string | null = null;
  let built: Built | null = null;
  let reading: Promise<void> | null = null;
  let again = false;
  let learning: Promise<void> | null = null;
  let learnLater: NodeJS.Timeout | undefined;

  const read = async (): Promise<void> => {
    do {
      again = false;
      // The stamp first: what changes in between is seen as a change the next time.
      stamp = await articlesStamp(db);
      const found = await loadArticles(db);
      articles = found.articles;
      for (const { id, reason } of found.unreadable)
        onProblem(new Error(reason), `article ${id} cannot be read and is left out`);
    } while (again);
    if (built) build(built.policies);
  };

  /** Reads the articles; who calls while they are being read has them read once more. */
  const refresh = (): Promise<void> => {
    again = true;
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };

  const refreshQuietly = (): void => {
    if (closing.signal.aborted) return;
    refresh().catch((thrown: unknown) => onProblem(thrown, 'reading the articles'));
  };

  /** Asks whether something was missed: notifications of the time without a connection are lost. */
  const look = (): void => {
    if (closing.signal.aborted || reading || stamp === null) return;
    articlesStamp(db).then(
      (now) => now === stamp || refreshQuietly(),
      (thrown: unknown) => onProblem(thrown, 'looking for changed articles'),
    );
  };

  /** Meaning comes later than words: the library answers at once, and by meaning as soon as its vectors are known. */
  const learn = (): void => {
    clearTimeout(learnLater);
    const of = built;
    if (!of?.embeddings || learning || closing.signal.aborted) return;
    const { embeddings, library } = of;
    const takeIn = (): void => {
      if (built?.embeddings === embeddings)
        built = { ...built, library: built.library.withMeaning(embeddings.meaning) };
    };
    learning = embeddings
      .learn(library.meaningTexts, closing.signal)
      .catch((thrown: unknown) => {
        if (closing.signal.aborted) return;
        onProblem(thrown, 'embedding the articles');
        learnLater = setTimeout(learn, LEARN_AGAIN_MS).unref();
      })
      .finally(() => {
        learning = null;
        takeIn();
        if (built && (built.articles !== of.articles || built.embeddings !== of.embeddings)) learn();
      });
  };

  const relearn = (): void => {
    // After the call that found out has ended.
    setImmediate(() => {
      if (learning) void learning.then(learn);
      else learn();
    });
  };

  const build = (policies: PolicySet): Library => {
    const standing = articles ?? [];
    if (built?.articles === standing && built.policies.hash === policies.hash) return built.library;
    const embeddings =
      built && built.policies.hash === policies.hash ? built.embeddings : embeddingsOf(policies, relearn);
    const library = createLibrary({
      articles: standing,
      policy: policies.knowledge,
      clock,
      intentTitles: new Map(policies.intents.map(({ id, title }) => [id, title])),
      meaning: embeddings?.meaning ?? null,
    });
    built = { articles: standing, policies, embeddings, library };
    learn();
    return library;
  };

  const listener = listen(listenUrl, [ARTICLE_CHANNEL], {
    onConnected: look,
    onNotification: refreshQuietly,
  });
  const looking = setInterval(look, lookMs).unref();

  return {
    library: async (policies) => {
      if (!articles) await refresh();
      else if (reading) await reading.catch(() => undefined);
      return build(policies);
    },
    close: async () => {
      closing.abort(new Error('the shelf was closed'));
      clearInterval(looking);
      clearTimeout(learnLater);
      await listener.close();
      await Promise.allSettled([reading, learning]);
    },
  };
};
