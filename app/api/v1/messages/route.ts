import { receiveMessage as contract } from '@/lib/contracts/messages';
import { apiRoute } from '@/lib/http/route';
import { receiveMessage } from '@/lib/use-cases/receive-message';

export const POST = apiRoute(contract, receiveMessage);
