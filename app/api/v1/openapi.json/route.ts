import { openApiDocument } from '@/lib/contracts/openapi';
import { PUBLIC_API, PUBLIC_TAGS } from '@/lib/contracts/public-api';

const document = openApiDocument(PUBLIC_API, PUBLIC_TAGS);

/** The document of the public API, for anyone: it holds nothing of anybody. */
export const GET = (): Response =>
  Response.json(document, { headers: { 'cache-control': 'public, max-age=300' } });
