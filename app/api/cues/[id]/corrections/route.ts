import { correctCue as contract } from '@/lib/contracts/cues';
import { route } from '@/lib/http/route';
import { correctCue } from '@/lib/use-cases/correct-cue';

export const POST = route(contract, correctCue);
