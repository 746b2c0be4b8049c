/**
 * A pure function of a text that remembers its newest `limit` answers. What was said once is read again with every later turn of its
 * conversation; answers are shared, so nobody may change them.
 */
export const memoByText = <T>(limit: number, compute: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    const [oldest] = known.keys();
    if (known.size >= limit && oldest !== undefined) known.delete(oldest);
    known.set(text, answer);
    return answer;
  };
};
