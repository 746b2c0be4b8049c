import { setQuiet as contract } from '@/lib/contracts/retention';
import { route } from '@/lib/http/route';
import { setQuiet } from '@/lib/use-cases/set-quiet';

export const POST = route(contract, setQuiet);
