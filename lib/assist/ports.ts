import type { Clock } from '../core/clock';
import type { RecordedAction } from '../domain/action';
import type { Turn, Utterance } from '../domain/conversation';
import type { Account, AccountFact } from '../domain/customer';
import type { HandoffPacket, SentSuggestion, Tick } from '../domain/handoff';
import type { Incident } from '../domain/incident';
import type { IntentId } from '../domain/intent';
import type { IncidentHit, Passage } from '../domain/knowledge';
import type { PlaybookStep } from '../domain/resolution';
import type { EngineUse, StepId, StepRecord } from '../domain/run';
import type { Sentiment, Triage } from '../domain/triage';
import type { WrapUpDraft } from '../domain/wrap-up';
import type { KnowledgePort } from '../knowledge/port';
import type { PolicySet } from '../policies/policy-set';

/** What an engine answered, and who answered it at what price. */
export interface Answer<T> {
  value: T;
  use: EngineUse;
}

export interface TriageRequest {
  /** Whole conversation, oldest first; the last one is the customer's. */
  utterances: Utterance[];
  language: string;
}

export interface TriageOpinion {
  /** Best first, calibrated; at least one. More than one above the policy's bar means several issues. */
  intents: { id: IntentId; confidence: number }[];
  /** -1 to 1, one per customer utterance, oldest first. */
  sentiment: number[];
}

export interface ResolutionRequest {
  utterances: Utterance[];
  language: string;
  triage: Triage;
  passages: Passage[];
  incidents: IncidentHit[];
  facts: AccountFact[];
  /** Open playbook steps of the best article, already filled with this account's facts. */
  steps: PlaybookStep[];
  /** What the reply has to do; decided by rules before any model is asked. */
  goal:
    | { do: 'answer' }
    | { do: 'clarify' }
    | { do: 'ask'; question: string }
    | { do: 'hand-over'; queue: string };
  tone: { empathyFirst: boolean; voice: string; avoid: string[] };
}

export interface ResolutionOpinion {
  reply: string;
  /** Numbers into passages (1-based) that the reply leans on. */
  passages: number[];
  /** Keys of account facts the reply uses. */
  facts: string[];
  /** Of this answer being right, 0 to 1; null where a rule chose the words. */
  confidence: number | null;
  /** What was missing, when the engine would rather not answer; empty when it knows no more of it than rules do. */
  abstain: string | null;
}

export interface HandoffRequest {
  utterances: Utterance[];
  triage: Triage;
  passages: Passage[];
  incidents: IncidentHit[];
  facts: AccountFact[];
  steps: PlaybookStep[];
  /** Suggested answers that were sent, oldest first. With the steps that are done they say what was tried. */
  sent: SentSuggestion[];
  /** Messages that looked like a step until a rep unticked it: nothing was tried there. */
  untickedAt: string[];
  sentiment: Sentiment;
}

/** The worded part of a packet; the rest of it is facts that no model touches. */
export interface HandoffOpinion extends Pick<HandoffPacket, 'issue' | 'inTheirWords' | 'next' | 'tone'> {
  /** `turnId` is the message it was done with, which says when; absent where the engine cannot tell. */
  tried: { what: string; result: string; turnId?: string }[];
}

export interface WrapUpRequest {
  utterances: Utterance[];
  triage: Triage | null;
  steps: PlaybookStep[];
  /** Suggested answers that were sent, oldest first. */
  sent: SentSuggestion[];
  escalated: boolean;
  /** Allowed dispositions, first level to second. */
  dispositions: Record<string, string[]>;
}

/** A model job. `onDelta` receives reply text as it streams; engines that answer at once never call it. */
export type ModelPort<Request, Opinion> = (
  request: Request,
  options: { signal: AbortSignal; onDelta?: (text: string) => void },
) => Promise<Answer<Opinion>>;

/** What the steps ask of an engine. */
export interface ModelPorts {
  triage: ModelPort<TriageRequest, TriageOpinion>;
  draftResolution: ModelPort<ResolutionRequest, ResolutionOpinion>;
  summariseHandoff: ModelPort<HandoffRequest, HandoffOpinion>;
  summariseWrapUp: ModelPort<WrapUpRequest, WrapUpDraft>;
}

/** Finished steps of this run: what `recall` returns is not computed again, what `remember` took is stored before the run counts as done. */
export interface StepMemory {
  recall(step: StepId, inputHash: string): StepRecord | undefined;
  remember(record: StepRecord): void;
}

export interface Ports extends ModelPorts {
  /** A first guess of the intents that costs no call: it lets retrieval begin while triage is still at work. */
  guessIntents(request: TriageRequest): TriageOpinion['intents'];
  /**
   * The engine that is always there. It hears of no other engine, so nothing a language model says, or was told to say, changes what it
   * reads; hard triggers are held against its reading too, and a hand-over that no model words is worded by it.
   */
  local: Pick<ModelPorts, 'triage' | 'draftResolution'>;
  knowledge: KnowledgePort;
  policies: PolicySet;
  memory: StepMemory;
  clock: Clock;
}

/** What a run is about: loaded once, before the first step. */
export interface PipelineInput {
  conversationId: string;
  channel: string;
  turns: Turn[];
  account: Account;
  /** Open outages and known issues that may touch this customer. */
  incidents: Incident[];
  /** What people corrected in this conversation; it outranks any engine. */
  overrides: {
    intent?: IntentId;
    urgency?: Triage['urgency']['level'];
    complexity?: Triage['complexity']['level'];
    sentiment?: Sentiment['label'];
    /** Playbook steps a rep ticked or unticked by hand, by step id. */
    steps: Record<string, boolean>;
  };
  /** What reps did, as it was recorded rather than said; oldest first. */
  recorded: { sent: SentSuggestion[]; ticks: Tick[]; actions: RecordedAction[] };
  /** Whether a packet of this conversation is waiting or accepted. */
  escalated: boolean;
}
