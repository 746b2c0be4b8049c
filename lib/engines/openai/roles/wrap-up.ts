import { z } from 'zod';
import type { WrapUpRequest } from '@/lib/assist/ports';
import { type WrapUpDraft, wrapUpDraftSchema } from '@/lib/domain/wrap-up';
import { bad, good } from '../parse/parsed';
import { choice } from '../wire-schema';
import { conversationBlock, knownOf, sentBlock, situationOf, stepsBlock } from './blocks';
import type { RoleJob } from './job';

const wireSchema = ({ dispositions }: WrapUpRequest) =>
  z.strictObject({
    // A pair as two properties: tuples are not in the strict dialect of JSON schema.
    about: choice(Object.keys(dispositions)),
    outcome: choice([...new Set(Object.values(dispositions).flat())]),
    notes: z.string().min(1),
    followUp: z.string().nullable(),
  });
type Wire = z.infer<ReturnType<typeof wireSchema>>;

const listOf = (dispositions: Record<string, string[]>): string =>
  Object.entries(dispositions)
    .map(([about, outcomes]) => `- ${about}: ${outcomes.join(', ')}`)
    .join('\n');

export const wrapUpJob: RoleJob<WrapUpRequest, Wire, WrapUpDraft> = {
  role: 'wrap-up',
  names: { rules: ['dispositions', 'situation'], data: ['conversation', 'steps'] },
  streams: null,
  known: ({ triage }) => knownOf([], triage),
  schema: (request) => wireSchema(request),
  slots: (request, _taxonomy, clean, guarded = clean) => ({
    rules: {
      dispositions: listOf(request.dispositions),
      situation: [
        request.triage === null ? 'The intent is not known.' : situationOf(request.triage),
        request.escalated ? 'It was escalated.' : 'It was not escalated.',
      ].join(' '),
    },
    data: {
      conversation: conversationBlock(request.utterances, clean),
      steps: [stepsBlock(request.steps, guarded), sentBlock(request.sent, guarded)].join('\n\n'),
    },
  }),
  read: (wire, { request, restore }) => {
    const outcomes = Object.hasOwn(request.dispositions, wire.about)
      ? request.dispositions[wire.about]
      : undefined;
    if (outcomes === undefined) return bad('wrong-meaning', 'about is not a disposition');
    if (!outcomes.includes(wire.outcome))
      return bad('wrong-meaning', `outcome must be one of: ${outcomes.join(', ')}`);
    const draft = wrapUpDraftSchema.safeParse({
      disposition: [wire.about, wire.outcome],
      notes: restore(wire.notes).trim(),
      followUp: wire.followUp?.trim() ? restore(wire.followUp).trim() : null,
    });
    return draft.success ? good(draft.data) : bad('wrong-meaning', 'notes or followUp are too long');
  },
};
