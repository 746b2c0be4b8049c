import * as contracts from '@/lib/contracts/memory';
import { route } from '@/lib/http/route';
import {
  deleteConversationMemory,
  getConversationMemory,
  putConversationMemory,
} from '@/lib/use-cases/conversation-memory';

export const GET = route(contracts.getConversationMemory, getConversationMemory);
export const PUT = route(contracts.putConversationMemory, putConversationMemory);
export const DELETE = route(contracts.deleteConversationMemory, deleteConversationMemory);
