import { previewAcceptance as contract } from '@/lib/contracts/retention';
import { route } from '@/lib/http/route';
import { previewAcceptance } from '@/lib/use-cases/preview-acceptance';

export const GET = route(contract, previewAcceptance);
