import { listRuns as contract } from '@/lib/contracts/messages';
import { apiRoute } from '@/lib/http/route';
import { listRuns } from '@/lib/use-cases/list-runs';

export const GET = apiRoute(contract, listRuns);
