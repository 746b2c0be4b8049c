import { describe, expect, it } from 'vitest';
import type { HandoffRequest, WrapUpRequest } from '@/lib/assist/ports';
import { engine, options, talk, triage } from './sample-engine';

describe('summaries of the local engine', () => {
  const utterances = talk(
    ['customer', 'hi'],
    ['customer', 'there is a late fee of $8.00 on my bill INV-2026-118204 that i do not owe'],
    ['rep', 'Could you please restart the app and check the total again?'],
    ['customer', 'did that, still the same'],
    ['rep', "I've waived the $8.00 fee on that bill."],
    ['customer', 'that worked, thank you'],
  );

  it('hands over the problem in their words and what was tried', async () => {
    const handoff: HandoffRequest = {
      utterances,
      triage,
      passages: [],
      incidents: [],
      facts: [],
      steps: [],
      sent: [],
      untickedAt: [],
      sentiment: { ...triage.sentiment, label: 'frustrated', direction: 'falling', trend: [0, -0.5] },
    };
    const { value } = await engine.summariseHandoff(handoff, options);
    expect(value.inTheirWords).toContain('late fee of $8.00');
    expect(value.tried[0]?.what).toBe(
      'The rep wrote: “Could you please restart the app and check the total again”',
    );
    expect(value.tried[0]?.result).toMatch(/^did not work/);
    expect(value.tone).toMatch(/^Frustrated, getting more upset/);
  });

  it('drafts a wrap-up from what was said', async () => {
    const wrapUp: WrapUpRequest = {
      utterances,
      triage,
      steps: [],
      sent: [],
      escalated: false,
      dispositions: { billing: ['explained', 'fee-waived', 'escalated'], general: ['explained'] },
    };
    const { value } = await engine.summariseWrapUp(wrapUp, options);
    expect(value.disposition).toEqual(['billing', 'fee-waived']);
    expect(value.notes).toContain('INV-2026-118204');
    expect(value.notes).toContain('confirmed that it works');
    const escalated = await engine.summariseWrapUp({ ...wrapUp, escalated: true }, options);
    expect(escalated.value.disposition).toEqual(['billing', 'escalated']);
  });

  it('uses only dispositions that are allowed', async () => {
    const wrapUp: WrapUpRequest = {
      utterances,
      triage,
      steps: [],
      sent: [],
      escalated: true,
      dispositions: { misc: ['done'] },
    };
    expect((await engine.summariseWrapUp(wrapUp, options)).value.disposition).toEqual(['misc', 'done']);
  });
});
