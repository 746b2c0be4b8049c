import type { Said } from '../chat';
import { bad, good, type Parsed } from './parsed';

/** First rungs: what the completion itself says about its text. */
export const contentOf = (said: Said): Parsed<string> => {
  if (said.fault !== null) return { ok: false, fault: said.fault };
  if (said.refusal !== null && said.refusal.trim() !== '') return bad('refusal', 'the model refused');
  if (said.finish === 'content_filter') return bad('content-filter', 'the provider filtered the answer');
  if (said.finish === 'length') return bad('truncated', 'the answer hit the token limit');
  if (!said.hasChoice) return bad('empty', 'no choices');
  if (said.content.trim() === '') return bad('empty', 'no content');
  return good(said.content);
};
