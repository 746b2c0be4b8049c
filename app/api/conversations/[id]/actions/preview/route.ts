import { previewAction as contract } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { previewAction } from '@/lib/use-cases/preview-action';

export const POST = route(contract, previewAction);
