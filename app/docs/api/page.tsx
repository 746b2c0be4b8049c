import { ApiReference } from '@/components/api-reference/api-reference';
import { openApiDocument } from '@/lib/contracts/openapi';
import { PUBLIC_API, PUBLIC_TAGS } from '@/lib/contracts/public-api';

export const metadata = { title: 'API' };

const document = openApiDocument(PUBLIC_API, PUBLIC_TAGS);

export default function ApiPage() {
  return <ApiReference document={document} />;
}
