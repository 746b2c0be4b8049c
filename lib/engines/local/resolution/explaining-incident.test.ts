import { describe, expect, it } from 'vitest';
import type { IncidentHit } from '@/lib/domain/knowledge';
import { talk, triage } from '../sample-engine';
import { explainingIncident } from './explaining-incident';

const mesh: IncidentHit = {
  number: 'KI-1',
  kind: 'known-issue',
  title: 'Mesh point does not rejoin after a power cut',
  cause: 'the mesh point starts before the gateway',
  workaround: 'Unplug the mesh point and plug it in again.',
  startedAt: '2026-01-01T00:00:00Z',
  restoreAt: null,
  because: '',
};
const explained = (category: 'technical' | 'returns', text: string) =>
  explainingIncident({
    triage: { ...triage, intent: { ...triage.intent, id: `${category}.some-intent`, category } },
    incidents: [mesh],
    utterances: talk(['customer', text]),
  });

describe('explainingIncident', () => {
  it('explains a fault in words both share', () => {
    expect(explained('technical', 'the mesh point is gone since the power cut')).toBe(mesh);
  });

  it('does not explain why someone sends a thing back', () => {
    expect(explained('returns', 'I want to send back the mesh point I bought')).toBeNull();
  });
});
