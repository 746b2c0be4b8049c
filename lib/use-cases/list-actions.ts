import type { z } from 'zod';
import { fieldsOf } from '@/lib/actions/fields';
import { servicesIn } from '@/lib/actions/services/spoken-of';
import type { Said, Target } from '@/lib/actions/tool';
import { READING, WRITING } from '@/lib/actions/tools';
import { amountsIn } from '@/lib/assist/facts/amounts';
import type { ActionProposal, ActionsView, listActions as contract } from '@/lib/contracts/actions';
import { toMinor, usd } from '@/lib/core/money';
import { actionsOf } from '@/lib/db/actions';
import { currentCues } from '@/lib/db/cues';
import { listTurns } from '@/lib/db/turns';
import type { Action } from '@/lib/domain/action';
import { utterancesOf } from '@/lib/domain/conversation';
import type { Cue } from '@/lib/domain/cue';
import { payloadOf } from '@/lib/domain/cue';
import { writeToolSchema } from '@/lib/domain/tool';
import type { Triage } from '@/lib/domain/triage';
import type { UserActor } from '@/lib/domain/user';
import type { ToolsPolicy } from '@/lib/policies/compile-tools';
import { can } from '@/lib/rules/can';
import { targetOf } from './actions/look-at';
import { authorisedConversation, resourceOf } from './authorise';
import { services } from './services';

/** Turns that are read for what they speak of. */
const READ_TURNS = 40;

/** What is said, as parameters can be filled from it. */
const saidOf = (triage: Triage | undefined, texts: readonly string[]): Said => ({
  amounts: triage ? amountsIn(triage.entities).reverse() : [],
  named: (triage?.entities ?? []).flatMap(({ refersTo }) => refersTo ?? []).reverse(),
  services: servicesIn(texts),
  intent: triage?.intent.id ?? '',
});

/** States of an action that is under way or stands: it is not proposed a second time. */
const STANDS: ReadonlySet<Action['state']> = new Set(['waiting', 'approved', 'done']);

/** A proposal for every open step of the procedure that names a tool which writes. */
const proposalsOf = (
  cues: readonly Cue[],
  actions: readonly Action[],
  said: Said,
  target: Target,
): ActionProposal[] => {
  const cue = cues.find(({ payload }) => payload.kind === 'resolution');
  if (cue?.payload.kind !== 'resolution') return [];
  const seen = new Set<string>(actions.filter(({ state }) => STANDS.has(state)).map(({ tool }) => tool));
  return cue.payload.resolution.steps.flatMap((step) => {
    const tool = writeToolSchema.safeParse(step.tool);
    if (!tool.success || step.done !== null || seen.has(tool.data)) return [];
    seen.add(tool.data);
    const params = WRITING[tool.data].propose(target, said) as ActionProposal['params'];
    return [{ tool: tool.data, params, because: step.do, cueId: cue.id }];
  });
};

const writesFor = (
  role: UserActor['role'],
  tools: ToolsPolicy,
  said: Said,
  target: Target,
): ActionsView['writes'] =>
  Object.values(WRITING).map(({ id, params, propose }) => {
    const held = tools[id].authority[role];
    return {
      id,
      title: tools[id].title,
      fields: fieldsOf(params, target),
      start: propose(target, said) as ActionProposal['params'],
      limits: held ? { alone: usd(toMinor(held.alone)), atMost: usd(toMinor(held.at_most)) } : null,
    };
  });

/** What can be done to the account of a conversation's customer, what is proposed, and what was done. */
export const listActions = async (
  actor: UserActor,
  { params: { id } }: { params: { id: string } },
): Promise<z.input<typeof contract.response>> => {
  const deps = await services();
  const found = await authorisedConversation(deps.db, actor, 'read', id);
  const [target, cues, actions, turns] = await Promise.all([
    targetOf(deps.db, deps, found.conversation.customerId),
    currentCues(deps.db, id),
    actionsOf(deps.db, id),
    listTurns(deps.db, id, READ_TURNS),
  ]);
  const texts = utterancesOf(turns)
    .filter(({ role }) => role === 'customer')
    .map(({ text }) => text);
  const said = saidOf(payloadOf(cues, 'triage')?.triage, texts);
  return {
    mayAct: can(actor, 'act', resourceOf(found)),
    writes: writesFor(actor.role, deps.policies.current().tools, said, target),
    reads: Object.values(READING).map((tool) => ({
      id: tool.id,
      title: tool.title,
      fields: fieldsOf(tool.params, target),
    })),
    proposals: proposalsOf(cues, actions, said, target),
    actions,
  };
};
