import { describe, expect, it } from 'vitest';
import type { Cue } from '../domain/cue';
import type { Resolution } from '../domain/resolution';
import { changeRun, cueOf, isThinking, storeCues, tickStep, withdrawReply } from './patch-cues';
import { citesInternal, confidenceWord, inlineRest, liveSuggestion } from './suggestion';

const resolution: Resolution = {
  outcome: 'suggest',
  steps: [
    { id: 's1', phase: 'diagnose', do: 'Look at the bill', say: null, tool: null, source: 'a', done: null },
  ],
  reply: 'I can see the charge.',
  citations: [
    {
      of: 'article',
      n: 1,
      articleId: 'a',
      chunkId: 'a1',
      title: 'Late fees',
      quote: 'q',
      ageDays: 3,
      stale: false,
      audience: 'internal',
    },
  ],
  confidence: 0.8,
};
const base = {
  conversationId: 'c',
  state: 'live',
  engine: 'local',
  degraded: null,
  at: '2026-11-20T10:00:00.000Z',
} as const;
const reply = (id: string, runId: string): Cue => ({
  ...base,
  id,
  runId,
  payload: { kind: 'resolution', resolution, guard: null },
});
const passages = (id: string, runId: string): Cue => ({
  ...base,
  id,
  runId,
  payload: {
    kind: 'passages',
    retrieval: { query: '', passages: [], incidents: [], confidence: 0, gap: true },
  },
});
const held = { cues: [reply('q1', 'r1'), passages('p1', 'r1')], run: { id: 'r1', state: 'done' as const } };

describe('cues', () => {
  it('are replaced kind by kind', () => {
    const after = storeCues(held, 'r2', [reply('q2', 'r2')]);
    expect(after.cues.map(({ id }) => id).sort()).toEqual(['p1', 'q2']);
    expect(after.run?.id).toBe('r2');
  });

  it('end the thinking, because a run stores them last', () => {
    const thinking = changeRun(held, 'r2', 'running');
    expect(isThinking(storeCues(thinking, 'r2', [reply('q2', 'r2')]).run)).toBe(false);
  });

  it('of an earlier run that come late change nothing', () => {
    const now = changeRun(held, 'r2', 'running');
    expect(storeCues(now, 'r1', [reply('q0', 'r1')])).toBe(now);
    expect(changeRun(now, 'r1', 'superseded')).toBe(now);
    expect(isThinking(now.run)).toBe(true);
    expect(isThinking(changeRun(now, 'r2', 'done').run)).toBe(false);
  });

  it('lose the suggestion, and only it, when the conversation moves on', () => {
    expect(liveSuggestion(held.cues)?.text).toBe('I can see the charge.');
    const after = withdrawReply(held);
    expect(liveSuggestion(after.cues)).toBeNull();
    expect(cueOf(after.cues, 'passages')?.state).toBe('live');
  });

  it('tick a step and take the tick back', () => {
    const ticked = tickStep(held, 'q1', 's1', true);
    const stepOf = (cues: typeof held) =>
      cueOf(cues.cues, 'resolution')?.payload.resolution.steps[0]?.done ?? null;
    expect(stepOf({ ...held, cues: ticked.cues })).not.toBeNull();
    expect(stepOf({ ...held, cues: tickStep(ticked, 'q1', 's1', false).cues })).toBeNull();
  });
});

describe('a suggestion', () => {
  it('is the guarded wording, and nothing when blocked', () => {
    const guarded = (text: string | null): Cue => ({
      ...reply('q', 'r'),
      payload: {
        kind: 'resolution',
        resolution,
        guard:
          text === null
            ? { verdict: 'blocked', text, findings: [] }
            : { verdict: 'repaired', text, findings: [] },
      },
    });
    expect(liveSuggestion([guarded('Better words.')])?.text).toBe('Better words.');
    expect(liveSuggestion([guarded(null)])).toBeNull();
  });

  it('says when an internal source stands behind it', () => {
    expect(citesInternal(resolution)).toBe(true);
    expect(citesInternal({ ...resolution, citations: [] })).toBe(false);
  });

  it('completes what was begun', () => {
    expect(inlineRest('i can', 'I can see the charge.')).toBe(' see the charge.');
    expect(inlineRest('I', 'I can see')).toBe('');
    expect(inlineRest('I saw', 'I can see')).toBe('');
  });

  it('has a word for its confidence', () =>
    expect([0.9, 0.7, 0.3].map(confidenceWord)).toEqual(['High', 'Fair', 'Low']));
});
