import { listKnowledgeGaps as contract } from '@/lib/contracts/knowledge';
import { route } from '@/lib/http/route';
import { listKnowledgeGaps } from '@/lib/use-cases/list-knowledge-gaps';

export const GET = route(contract, listKnowledgeGaps);
