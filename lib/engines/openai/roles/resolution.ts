import { z } from 'zod';
import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { bad, good } from '../parse/parsed';
import { choice } from '../wire-schema';
import {
  conversationBlock,
  factsBlock,
  incidentsBlock,
  knownOf,
  passagesBlock,
  situationOf,
  stepsBlock,
} from './blocks';
import type { RoleJob } from './job';
import { languageName } from './language';

/** `abstain` and the sources come first: a model that has chosen them writes from them, and an abstention streams no text. */
const wireSchema = ({ facts }: ResolutionRequest) =>
  z.strictObject({
    abstain: z.string().nullable(),
    passages: z.array(z.int()),
    facts: z.array(choice(facts.map(({ key }) => key))),
    reply: z.string(),
    confidence: z.number().min(0).max(1),
  });
type Wire = z.infer<ReturnType<typeof wireSchema>>;

/** The goal as a rule. Its parameters come from policy files; quoted as JSON they stay on one line. */
const goalText = (goal: ResolutionRequest['goal']): string => {
  switch (goal.do) {
    case 'answer':
      return 'Answer the customer. When the data does not hold the answer, abstain.';
    case 'clarify':
      return 'It is not clear what this is about. Ask one open question: what the customer needs, in their own words. Do not abstain.';
    case 'ask':
      return `Ask the customer for what is missing, and for nothing else: ${JSON.stringify(goal.question)}. Do not abstain.`;
    case 'hand-over':
      return `Tell the customer that a colleague from the ${JSON.stringify(goal.queue)} team takes over and has read what was said. Promise no time and no result. Do not abstain.`;
  }
};

const toneText = ({ empathyFirst, voice, avoid }: ResolutionRequest['tone']): string =>
  [
    `Voice: ${voice}`,
    ...(empathyFirst
      ? ['Begin with one short sentence that shows you understood what this is like for them.']
      : []),
    ...(avoid.length === 0
      ? []
      : [`Never write: ${avoid.map((phrase) => JSON.stringify(phrase)).join(', ')}.`]),
  ].join('\n');

/** Source numbers belong beside the reply, not in it. */
const CITATION = / ?\[\d{1,2}\]/g;

export const resolutionJob: RoleJob<ResolutionRequest, Wire, ResolutionOpinion> = {
  role: 'resolution',
  names: {
    rules: ['goal', 'language', 'situation', 'tone'],
    data: ['conversation', 'passages', 'incidents', 'facts', 'steps'],
  },
  streams: 'reply',
  known: ({ facts, triage }) => knownOf(facts, triage),
  schema: (request) => wireSchema(request),
  slots: (request, _taxonomy, clean, guarded = clean) => ({
    rules: {
      goal: goalText(request.goal),
      language: languageName(request.language),
      situation: situationOf(request.triage),
      tone: toneText(request.tone),
    },
    data: {
      conversation: conversationBlock(request.utterances, clean),
      passages: passagesBlock(request.passages, guarded),
      incidents: incidentsBlock(request.incidents, guarded),
      facts: factsBlock(request.facts, guarded),
      steps: stepsBlock(request.steps, guarded),
    },
  }),
  read: (wire, { request, restore }) => {
    const last = request.passages.length;
    const stray = wire.passages.find((n) => n < 1 || n > last);
    if (stray !== undefined)
      return bad('wrong-meaning', `passages: ${stray} is not a passage, they are numbered 1 to ${last}`);
    const keys = new Set(request.facts.map(({ key }) => key));
    if (wire.facts.some((key) => !keys.has(key)))
      return bad('wrong-meaning', 'facts: a key is not among the account facts');
    const abstain = wire.abstain?.trim() || null;
    const reply = wire.reply.replace(CITATION, '').trim();
    if (abstain === null && reply === '')
      return bad('wrong-meaning', 'reply is empty although abstain is null');
    if (abstain !== null && request.goal.do !== 'answer')
      return bad('wrong-meaning', 'abstain must be null for this goal');
    return good({
      reply: abstain === null ? restore(reply) : '',
      passages: [...new Set(wire.passages)],
      facts: [...new Set(wire.facts)],
      confidence: wire.confidence,
      abstain: abstain === null ? null : restore(abstain),
    });
  },
};
