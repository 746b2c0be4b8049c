import { listRiskAreas as contract } from '@/lib/contracts/risk';
import { route } from '@/lib/http/route';
import { listRiskAreas } from '@/lib/use-cases/list-risk';

export const GET = route(contract, listRiskAreas);
