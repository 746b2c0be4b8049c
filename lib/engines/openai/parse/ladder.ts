import type { z } from 'zod';
import type { Said } from '../chat';
import { contentOf } from './content';
import { jsonOf } from './json';
import { bad, type Parsed } from './parsed';
import { shapeOf } from './shape';
import { withoutFence, withoutThoughts } from './strip';

export interface Expectation<Wire, Opinion> {
  schema: z.ZodType<Wire>;
  /** Placeholders in a text that stand for nothing. */
  unknownIn(text: string): string[];
  /** Whether what it says can be so, and the opinion it then is. */
  read(wire: Wire): Parsed<Opinion>;
}

/** From what came over the wire to an opinion, or to the first fault on the way up: completion, text, JSON, shape, meaning. */
export const climb = <Wire, Opinion>(said: Said, expected: Expectation<Wire, Opinion>): Parsed<Opinion> => {
  const content = contentOf(said);
  if (!content.ok) return content;
  const text = withoutFence(withoutThoughts(content.value));
  if (text === '') return bad('empty', 'nothing but thoughts');
  const json = jsonOf(text, said.finish !== null);
  if (!json.ok) return json;
  const wire = shapeOf(json.value, expected.schema);
  if (!wire.ok) return wire;
  const strangers = expected.unknownIn(JSON.stringify(wire.value));
  if (strangers.length > 0)
    return bad('wrong-meaning', `placeholders that were not given: ${strangers.slice(0, 5).join(', ')}`);
  return expected.read(wire.value);
};
