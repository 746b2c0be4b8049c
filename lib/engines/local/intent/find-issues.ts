import type { Utterance } from '@/lib/domain/conversation';
import { categoryOf, type IntentId } from '@/lib/domain/intent';
import { rankLabels } from '@/lib/ml/text-classifier';
import { clausesOf, joinedIn, saysItTurns } from './clauses';
import type { IntentModel } from './intent-model';
import { mattersOf, readConversation } from './read-conversation';
import { substanceOf } from './substance';

/** A clause below this is a detail of the issue, not another one. */
const CLEAR = 0.45;
/** The same for a clause that says it is another matter, whose words are then not counted. */
const CLEAR_TURNED = 0.6;
/** What hangs together by an "and" must be this clear: it is mostly two sides of one matter. */
const CLEAR_JOINED = 0.85;
/** A later message must be this clear to be another issue of the conversation. */
const CLEAR_LATER = 0.7;
/** Intents below this are left out. What is left of a category adds up to what the category has. */
const LEAST = 0.001;
/** What has nothing to solve is never a second issue. */
const COURTESY: IntentId = 'general.greeting-or-thanks';

/** The intent that a part states, with its confidence times `weight`, when that is enough. */
const statedBy = (model: IntentModel, part: string, weight: number, enough: number): [string, number][] => {
  const [best] = model.rank(part);
  const confidence = (best?.confidence ?? 0) * weight;
  return best && best.label !== COURTESY && confidence >= enough ? [[best.label, confidence]] : [];
};

/** Intents that the clauses of a text state clearly. */
const statedIn = (model: IntentModel, text: string, enough: number): [string, number][] =>
  clausesOf(text).flatMap((clause) =>
    saysItTurns(clause)
      ? statedBy(model, clause, 1, Math.max(enough, CLEAR_TURNED))
      : statedBy(model, clause, substanceOf(clause), enough),
  );

/** Intents that clauses state which hang together by an "and". People open so; later on it adds a detail. */
const joinedTo = (model: IntentModel, text: string): [string, number][] =>
  clausesOf(text)
    .flatMap(joinedIn)
    .flatMap((part) => statedBy(model, part, 1, CLEAR_JOINED));

/** How much a clear clause of the statement that opens the current matter adds to the reading of the whole when they disagree on what comes first. */
const OPENING_SHARE = 0.3;

/** How much an intent's whole category counts for it: twelve likely intents of one category outweigh one of another. */
const CATEGORY_SHARE = 1;

/**
 * What the conversation is about, best first, with calibrated confidences. The reading of the whole decides what comes first; an
 * intent that one clause states clearly has that clause's confidence, up to the first's, which is how two issues both show. All of it
 * counts for less where what was said is likely none of the desk's business.
 */
export const findIssues = (
  model: IntentModel,
  utterances: readonly Utterance[],
  language: string,
): { id: IntentId; confidence: number }[] => {
  const matters = mattersOf(model, utterances, language);
  const reading = rankLabels(model.labels, readConversation(model, utterances, language, matters));
  const stated = new Map<string, number>();
  const opening = new Map<string, number>();
  matters.statements.forEach(({ text, answer }, at) => {
    if (answer) return;
    const said =
      at === 0
        ? [...statedIn(model, text, CLEAR), ...joinedTo(model, text)]
        : statedIn(model, text, CLEAR_LATER);
    for (const [label, confidence] of said) {
      stated.set(label, Math.max(stated.get(label) ?? 0, confidence));
      if (at === matters.current) opening.set(label, Math.max(opening.get(label) ?? 0, confidence));
    }
  });
  const merged = reading.map(({ label, confidence }) => ({
    id: label,
    confidence: Math.max(confidence, stated.get(label) ?? 0),
    reading: confidence,
  }));
  const ofCategory = new Map<string, number>();
  for (const { id, reading: p } of merged)
    ofCategory.set(categoryOf(id), (ofCategory.get(categoryOf(id)) ?? 0) + p);
  const standing = ({ id, reading: p }: (typeof merged)[number]): number =>
    p + OPENING_SHARE * (opening.get(id) ?? 0) + CATEGORY_SHARE * (ofCategory.get(categoryOf(id)) ?? 0);
  const [first, ...others] = merged.sort((a, b) => standing(b) - standing(a));
  if (!first) return [];
  const capped = others.map(({ id, confidence }) => ({
    id,
    confidence: Math.min(confidence, first.confidence),
  }));
  return [
    { id: first.id, confidence: first.confidence },
    ...capped.filter(({ confidence }) => confidence >= LEAST).sort((a, b) => b.confidence - a.confidence),
  ].map(({ id, confidence }) => ({ id, confidence: confidence * matters.credit }));
};
