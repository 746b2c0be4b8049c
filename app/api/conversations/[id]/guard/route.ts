import { checkWording as contract } from '@/lib/contracts/cues';
import { route } from '@/lib/http/route';
import { checkWording } from '@/lib/use-cases/check-wording';

export const POST = route(contract, checkWording);
