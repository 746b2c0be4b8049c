import { tellPresence as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { tellPresence } from '@/lib/use-cases/tell-presence';

export const POST = route(contract, tellPresence);
