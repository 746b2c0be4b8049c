import type { WriteTool } from '../domain/tool';
import type { CompiledOffer } from '../policies/compile-offers';
import type { OfferFacts } from '../policies/facts';
import { factAt } from '../policies/facts-schema';
import { fillSay, slotsOf } from '../policies/say';

const ONE_SLOT = /^\{([^{}]*)\}$/;

/** A text that is one slot becomes the fact as it is, a number as a number; other texts are filled. */
const filled = (param: string, facts: OfferFacts): unknown => {
  const [, path] = ONE_SLOT.exec(param) ?? [];
  return path === undefined ? fillSay(param, facts) : factAt(facts, path);
};

/**
 * The action that carries an accepted offer out: its tool, and parameters with the facts of this customer in them; the facts are those it was
 * decided on. Undefined when a parameter speaks of one that is not known, which an eligible offer's never does.
 */
export const fulfilmentOf = (
  { fulfil }: Pick<CompiledOffer, 'fulfil'>,
  facts: OfferFacts,
): { tool: WriteTool; params: Record<string, unknown> } | undefined => {
  const texts = Object.values(fulfil.params).filter((param) => typeof param === 'string');
  if (texts.flatMap(slotsOf).some((path) => factAt(facts, path) === undefined)) return undefined;
  const params = Object.entries(fulfil.params).map(([name, param]) => [
    name,
    typeof param === 'string' ? filled(param, facts) : param,
  ]);
  return { tool: fulfil.tool, params: Object.fromEntries(params) };
};
