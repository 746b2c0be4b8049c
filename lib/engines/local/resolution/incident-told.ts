import { saidShare } from '@/lib/assist/facts/said-share';
import type { ResolutionRequest } from '@/lib/assist/ports';
import type { IncidentHit } from '@/lib/domain/knowledge';
import { wordingFor, writtenIn } from '../wording/for-language';
import type { Part } from './compose';
import { repLines } from './dialogue';
import { explainingIncident } from './explaining-incident';

/** Share of an incident's cause in a reply at which it was explained. */
const EXPLAINED = 0.5;

const wasTold = (request: ResolutionRequest, { number, cause }: IncidentHit): boolean =>
  repLines(request).some((line) => line.includes(number) || saidShare(cause, line) >= EXPLAINED);

/** The incident behind the trouble, as long as no rep has told of it. */
export const newsOfIncident = (
  request: ResolutionRequest,
): { incident: IncidentHit; parts: Part[] } | null => {
  const incident = explainingIncident(request);
  if (!incident || wasTold(request, incident)) return null;
  const wording = wordingFor(request.language);
  const english = writtenIn(request.language) === 'en';
  const restore = request.facts.find(({ key }) => key === 'outage.restore_time')?.value;
  const outage = incident.kind === 'outage';
  return {
    incident,
    parts: [
      { text: outage ? wording.outage : wording.knownIssue, needed: true },
      ...(english ? [{ text: wording.cause(incident.cause.replace(/\.$/u, '')) }] : []),
      ...(outage && restore ? [{ text: wording.restore(restore), needed: true }] : []),
      ...(incident.workaround && english ? [{ text: wording.workaround(incident.workaround) }] : []),
    ],
  };
};
