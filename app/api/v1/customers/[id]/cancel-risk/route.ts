import { getCancelRisk as contract } from '@/lib/contracts/public-retention';
import { apiRoute } from '@/lib/http/route';
import { scoreCancelRisk } from '@/lib/use-cases/score-cancel-risk';

export const GET = apiRoute(contract, scoreCancelRisk);
