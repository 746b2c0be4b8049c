import { substanceOf } from './substance';

/** Words with which people leave one matter for another. What follows them is the new one. */
const ANOTHER_MATTER =
  /\b(?:while (?:i|we)(?:[’']ve| have)(?: got)? you|while (?:i|we)(?:[’']m| am|[’']re| are) (?:here|at it|on)|(?:another|one more|one last|a different|a separate|my other) (?:thing|question|matter|issue|problem)|something else|on another note|by the way|btw|otra (?:cosa|pregunta)|otro (?:tema|asunto|problema)|por cierto|ya que (?:estoy|estamos|la tengo|lo tengo))\b/iu;

/** Words with which people decide, after talking it over. What was decided is then what this is about. */
const DECISION =
  /^(?:ok(?:ay)?|fine|deal|alright|all right|sold|yes|yeah|sure|good|great)\b[\s,.!]{0,3}(?:then|so)?[\s,.]{0,3}(?=(?:let[’']?s )?(?:do|go with|go for|make it|put me|switch|change|book|cancel|send|sign|move|start)\b)/iu;

/** Below this what follows is too little to be a matter of its own. */
const ENOUGH = 0.5;

/** What a message says after it turns to another matter, or what it decides; null when it does neither. */
export const afterTurning = (text: string): string | null => {
  const turn = ANOTHER_MATTER.exec(text) ?? DECISION.exec(text.trim());
  if (!turn) return null;
  const rest = text.slice(turn.index + turn[0].length).replace(/^[^\p{L}\p{N}]+/u, '');
  return substanceOf(rest) >= ENOUGH ? rest : null;
};
