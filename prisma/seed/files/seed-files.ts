import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ArticleFile, readArticles } from './article-file';
import {
  ambientFileSchema,
  type LiveFile,
  liveFileSchema,
  type PastFile,
  pastFileSchema,
} from './conversation-file';
import { type CustomerFile, readCustomers } from './customer-file';
import { type IncidentFile, readIncidents } from './incident-file';
import { readFolder, SeedFileError } from './read-yaml';

export interface SeedFiles {
  articles: ArticleFile[];
  incidents: IncidentFile[];
  customers: Record<string, CustomerFile>;
  live: LiveFile[];
  ambient: LiveFile[];
  past: PastFile[];
}

export const SEED_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Everything the demo organisation is written in, checked, references included; SeedFileError says file and reason. */
export const readSeedFiles = async (folder: string = SEED_FOLDER): Promise<SeedFiles> => {
  const [articles, incidents, customers, live, ambient, past] = await Promise.all([
    readArticles(join(folder, 'articles')),
    readIncidents(join(folder, 'incidents.yaml')),
    readCustomers(join(folder, 'customers.yaml')),
    readFolder(join(folder, 'conversations/live'), liveFileSchema),
    readFolder(join(folder, 'conversations/ambient'), ambientFileSchema),
    readFolder(join(folder, 'conversations/past'), pastFileSchema),
  ]);
  for (const { file, body } of [...live, ...ambient]) {
    if (!Object.hasOwn(customers, body.customer)) {
      throw new SeedFileError(file, [`customer: "${body.customer}" is not in customers.yaml`]);
    }
  }
  const articleIds = new Set(articles.map(({ id }) => id));
  for (const { number, article } of incidents) {
    if (article !== null && !articleIds.has(article)) {
      throw new SeedFileError(join(folder, 'incidents.yaml'), [
        `${number}: there is no article "${article}"`,
      ]);
    }
  }
  return {
    articles,
    incidents,
    customers,
    live: live.map(({ body }) => body),
    ambient: ambient.map(({ body }) => body),
    past: past.map(({ body }) => body),
  };
};
