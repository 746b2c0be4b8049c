import { getVocabulary as contract } from '@/lib/contracts/people';
import { route } from '@/lib/http/route';
import { getVocabulary } from '@/lib/use-cases/get-vocabulary';

export const GET = route(contract, getVocabulary);
