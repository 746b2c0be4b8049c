import { utterancesOf } from '../domain/conversation';
import type { NewCuePayload, PipelineEvent } from './events';
import { repAuthority } from './facts/authority';
import { groundingOf } from './facts/grounding';
import { placeTicks } from './facts/place-ticks';
import { playbookOf } from './facts/playbook';
import { turnsWithoutProgress } from './facts/progress';
import { situationOf } from './facts/situation';
import { tickByActions } from './facts/tick-by-actions';
import { tickSteps } from './facts/tick-steps';
import { createLiveReply, mayShow } from './live-reply';
import { mergeEvents } from './merge-events';
import type { PipelineInput, Ports } from './ports';
import { runStep } from './step';
import { decideEscalation } from './steps/decide-escalation/step';
import { draftResolution } from './steps/draft-resolution/step';
import { guardReply } from './steps/guard-reply/step';
import { recordOf } from './steps/pack-handoff/record-of';
import { packHandoff } from './steps/pack-handoff/step';
import { retrieveKnowledge } from './steps/retrieve-knowledge/step';
import { triageConversation } from './steps/triage-conversation/step';

/**
 * From a customer's turn to cues, as they become ready. Triage and retrieval run at once, and so do resolution and packing: with a
 * language model the critical path is two calls. Throws what the signal was aborted with when a newer turn arrives.
 */
export const runPipeline = (
  input: PipelineInput,
  ports: Ports,
  signal: AbortSignal,
): AsyncGenerator<PipelineEvent> =>
  mergeEvents(async (emit) => {
    const utterances = utterancesOf(input.turns);
    const { account, channel, escalated, overrides, incidents } = input;
    const turns = input.turns.map(({ role, kind, at }) => ({ role, kind, at }));
    const { steps: byHand, ...corrected } = overrides;
    const cue = (payload: NewCuePayload['payload'], use: NewCuePayload['use']) =>
      emit({ type: 'cue', payload, use });

    const toTriage = { utterances, turns, account, incidents, channel, escalated, overrides: corrected };
    const [triaged, local, retrieved] = await Promise.all([
      runStep(triageConversation, toTriage, ports, { signal }),
      // The second reading is the same step with the local engine in the place of the one that is asked. It is no step of the run: it is
      // done before any model answers, and the same each time.
      triageConversation.run(toTriage, { ...ports, triage: ports.local.triage }, { signal }),
      runStep(retrieveKnowledge, { utterances, account, incidents, intent: corrected.intent }, ports, {
        signal,
      }),
    ]);
    const triage = triaged.value;
    const retrieval = retrieved.value;
    cue({ kind: 'triage', triage }, triaged.use);
    cue({ kind: 'passages', retrieval }, retrieved.use);

    const { facts } = situationOf(input, triage, retrieval);
    const playbook = playbookOf(
      retrieval.passages,
      {
        threshold: ports.policies.knowledge.relevance_threshold,
        category: triage.intent.category,
        authority: repAuthority(ports.policies.tools),
      },
      ports.knowledge,
      facts,
    );
    const shown = placeTicks(tickSteps(playbook, utterances, byHand), input.recorded.ticks, input.turns);
    const steps = tickByActions(shown, input.recorded.actions, input.turns, byHand);

    const decided = await runStep(
      decideEscalation,
      {
        triage,
        local: local.value,
        retrieval,
        account,
        turns,
        channel,
        escalated,
        turnsWithoutProgress: turnsWithoutProgress(utterances, steps),
      },
      ports,
      { signal },
    );
    cue({ kind: 'escalation', escalation: decided.value }, decided.use);

    const grounding = groundingOf({
      passages: retrieval.passages,
      incidents: retrieval.incidents,
      facts,
      utterances,
      steps,
    });
    const liveInput = (text: string) => ({
      text,
      grounding,
      flags: triage.flags.map((raised) => raised.flag),
      sentimentScore: triage.sentiment.score,
      language: triage.language,
    });
    const resolveAndGuard = async () => {
      const live = createLiveReply(
        (text) => mayShow(ports.policies.guardrails, liveInput(text)),
        (text) => emit({ type: 'delta', text }),
      );
      const resolved = await runStep(
        draftResolution,
        { utterances, triage, retrieval, escalation: decided.value, facts, steps },
        ports,
        { signal, onDelta: live.push },
      ).finally(live.end);
      const resolution = resolved.value;
      if (resolution.outcome === 'abstain') {
        cue({ kind: 'resolution', resolution, guard: null }, resolved.use);
        return resolution.outcome;
      }
      const { passages, incidents: touching } = retrieval;
      const guarded = await runStep(
        guardReply,
        {
          reply: resolution.reply,
          triage,
          passages,
          incidents: touching,
          facts,
          utterances,
          steps,
          citations: resolution.citations,
        },
        ports,
        { signal },
      );
      cue({ kind: 'resolution', resolution, guard: guarded.value }, resolved.use);
      return resolution.outcome;
    };
    const pack = async () => {
      const packed = await runStep(
        packHandoff,
        { utterances, triage, retrieval, account, facts, steps, ...recordOf(input, steps) },
        ports,
        { signal },
      );
      cue({ kind: 'handoff', packet: packed.value }, packed.use);
    };
    const [outcome] = await Promise.all([resolveAndGuard(), pack()]);
    emit({ type: 'done', outcome, triage, retrieval });
  });
