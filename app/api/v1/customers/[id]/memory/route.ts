import * as contracts from '@/lib/contracts/memory';
import { apiRoute } from '@/lib/http/route';
import { deleteMemory, getMemory, putMemory } from '@/lib/use-cases/customer-memory';

export const GET = apiRoute(contracts.getMemory, getMemory);
export const PUT = apiRoute(contracts.putMemory, putMemory);
export const DELETE = apiRoute(contracts.deleteMemory, deleteMemory);
