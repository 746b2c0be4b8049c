import { recordCueEvent as contract } from '@/lib/contracts/cues';
import { route } from '@/lib/http/route';
import { recordCueEvent } from '@/lib/use-cases/record-cue-event';

export const POST = route(contract, recordCueEvent);
