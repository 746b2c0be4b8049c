import type { Flag } from '../domain/triage';
import type { AgentsPolicy } from './agents-policy';
import type { GuardrailExamples } from './compile-guardrails-examples';
import type { CompiledOffer, ContactPolicy } from './compile-offers';
import type { PricingPolicy } from './compile-pricing';
import type { ToolsPolicy } from './compile-tools';
import type { Condition } from './conditions';
import type { EscalationSource } from './escalation-policy';
import type { GuardrailsSource } from './guardrails-policy';
import type { IntentPolicy } from './intent-policy';
import type { KnowledgePolicy } from './knowledge-policy';
import type { Macro } from './macros-policy';
import type { PhraseSet } from './phrases';
import type { Queue } from './queues-policy';
import type { ServiceLevels } from './service-levels-policy';
import type { FlagExamples, ScopeExamples, SentimentExamples } from './triage-policy';

/** A file of policy as text: its path below the policies folder and its hash. */
export interface PolicyFile {
  path: string;
  hash: string;
}

type Compiled<Clause extends { when: string }> = Omit<Clause, 'when'> & {
  when: string;
  condition: Condition;
};

/** Everything in `policies/`, validated, compiled and frozen; `hash` changes when any file does. */
export interface PolicySet {
  hash: string;
  files: PolicyFile[];
  queues: Queue[];
  intents: IntentPolicy[];
  sentiment: SentimentExamples;
  scope: ScopeExamples;
  /** Names of other providers, by the list `rival` of words.yaml. */
  competitors: PhraseSet;
  /** `examples` are there for flags that are also learnt. */
  flags: { flag: Flag; title: string; raise: PhraseSet; unless: PhraseSet; examples?: FlagExamples }[];
  urgency: {
    raise: Compiled<{ when: string; to: 'normal' | 'high' | 'critical'; say: string }>[];
    complex: Compiled<{ when: string; to: 'moderate' | 'complex'; say: string }>[];
    anger: PhraseSet;
  };
  escalation: Omit<EscalationSource, 'hard' | 'soft'> & {
    hard: Compiled<EscalationSource['hard'][number]>[];
    soft: Compiled<EscalationSource['soft'][number]>[];
  };
  guardrails: CompiledGuardrails;
  knowledge: KnowledgePolicy;
  agents: AgentsPolicy;
  /** First level to second levels. */
  dispositions: Record<string, string[]>;
  serviceLevels: ServiceLevels;
  macros: Macro[];
  pricing: PricingPolicy;
  tools: ToolsPolicy;
  contact: ContactPolicy;
  /** By id. */
  offers: CompiledOffer[];
  /** Prompt templates by file name without `.md`. */
  prompts: ReadonlyMap<string, string>;
}

type Phrased<Rule, Keys extends string> = Omit<Rule, Keys> & Record<Keys, PhraseSet>;

export type CompiledGuardrails = Omit<
  GuardrailsSource,
  'prohibited_topics' | 'prohibited_phrases' | 'required_disclosures' | 'sensitive_topics' | 'tone'
> & {
  learnt: GuardrailExamples;
  /** What is read for only while a flag is raised. */
  learntUnderFlags: GuardrailExamples;
  prohibited_topics: Phrased<GuardrailsSource['prohibited_topics'][number], 'phrases' | 'unless'>[];
  prohibited_phrases: Phrased<GuardrailsSource['prohibited_phrases'][number], 'phrases' | 'unless'>[];
  required_disclosures: Phrased<
    GuardrailsSource['required_disclosures'][number],
    'when_said' | 'unless' | 'must_say'
  >[];
  sensitive_topics: Phrased<GuardrailsSource['sensitive_topics'][number], 'avoid' | 'unless'>[];
  tone: Omit<GuardrailsSource['tone'], 'avoid'> & {
    avoid: Phrased<GuardrailsSource['tone']['avoid'][number], 'phrases' | 'unless'>[];
  };
};
