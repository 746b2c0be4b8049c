import { saveDraft as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { saveDraft } from '@/lib/use-cases/save-draft';

export const PUT = route(contract, saveDraft);
