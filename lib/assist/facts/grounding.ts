import type { Utterance } from '../../domain/conversation';
import type { AccountFact } from '../../domain/customer';
import type { IncidentHit, Passage } from '../../domain/knowledge';

/** Everything a figure or a promise may rest on. */
export const groundingOf = ({
  passages,
  incidents,
  facts,
  utterances,
}: {
  passages: readonly Passage[];
  incidents: readonly IncidentHit[];
  facts: readonly AccountFact[];
  utterances: readonly Utterance[];
}) => ({
  passages: [
    ...passages.map((passage) => passage.text),
    ...incidents.map((incident) => [incident.title, incident.cause, incident.workaround, incident.restoreAt].filter(Boolean).join('. ')),
  ],
  facts: facts.map((fact) => fact.value),
  utterances: utterances.map((utterance) => utterance.text),
});
