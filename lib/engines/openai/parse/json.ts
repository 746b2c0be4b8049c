import { bad, good, type Parsed } from './parsed';

/** The text as JSON. A replacement character means bytes were lost on the way, so the words can't be trusted. */
export const jsonOf = (text: string, finished: boolean): Parsed<unknown> => {
  if (text.includes('\ufffd')) return bad('not-json', 'the answer holds damaged characters');
  try {
    const value: unknown = JSON.parse(text);
    return good(value);
  } catch {
    // The parser's message quotes the text, which may hold a customer's words: it stays here.
    return finished
      ? bad('not-json', 'the answer is not JSON')
      : bad('truncated', 'the answer stopped before its end');
  }
};
