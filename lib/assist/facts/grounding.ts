import type { Utterance } from '../../domain/conversation';
import type { AccountFact } from '../../domain/customer';
import type { IncidentHit, Passage } from '../../domain/knowledge';
import type { PlaybookStep } from '../../domain/resolution';

/** Everything a figure or a promise may rest on. */
export const groundingOf = ({
  passages,
  incidents,
  facts,
  utterances,
  steps,
}: {
  passages: readonly Passage[];
  incidents: readonly IncidentHit[];
  facts: readonly AccountFact[];
  utterances: readonly Utterance[];
  /** Steps of the cited article: what it says to do is as sourced as what it states. */
  steps: readonly PlaybookStep[];
}) => ({
  passages: [
    ...passages.map((passage) => passage.text),
    ...steps.flatMap((step) => [step.do, step.say ?? '']),
    ...incidents.map((incident) =>
      [incident.title, incident.cause, incident.workaround, incident.restoreAt].filter(Boolean).join('. '),
    ),
  ],
  facts: facts.map((fact) => fact.value),
  utterances: utterances.map((utterance) => utterance.text),
});
