import { promisedBeyondAuthority, type RepAuthority, repAuthority } from '../../facts/authority';
import type { Answer, Ports, ResolutionOpinion, ResolutionRequest } from '../../ports';
import type { StepOptions } from '../../step';

/** Why an engine's words cannot stand in a hand-over; null when they can. */
const unfitFor = (
  { goal, utterances }: ResolutionRequest,
  authority: RepAuthority,
  reply: string,
): string | null => {
  if (goal.do !== 'hand-over') return null;
  if (reply.trim() === '') return 'empty';
  return promisedBeyondAuthority(authority, reply, utterances) === null ? null : 'beyond authority';
};

/**
 * The engine's reply. Rules have decided a hand-over, so it is always worded: where the engine gives no words for it, or promises what
 * no rep may give, the local engine words it and the other's attempt is a hop.
 */
export const wordReply = async (
  request: ResolutionRequest,
  { draftResolution, local, policies }: Pick<Ports, 'draftResolution' | 'local' | 'policies'>,
  options: StepOptions,
): Promise<Answer<ResolutionOpinion>> => {
  const began = performance.now();
  const asked = await draftResolution(request, options);
  const fault = unfitFor(request, repAuthority(policies.tools), asked.value.reply);
  if (fault === null) return asked;
  const latencyMs = Math.round(performance.now() - began);
  const { value, use } = await local.draftResolution(request, { signal: options.signal });
  const hop = { engine: asked.use.engine, fault, latencyMs };
  return { value, use: { ...asked.use, engine: use.engine, hops: [...asked.use.hops, hop] } };
};
