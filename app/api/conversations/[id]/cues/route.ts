import { listCues as contract } from '@/lib/contracts/cues';
import { route } from '@/lib/http/route';
import { listCues } from '@/lib/use-cases/list-cues';

export const GET = route(contract, listCues);
