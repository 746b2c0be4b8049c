/** So little that no clause is decided otherwise. */
const HARDLY = 1e-7;

/** The numbers of a clause, and its texts, whose digits are none. */
const NUMBERS = /'[^']*'|(?<![\w.])\d+(?:\.\d+)?/g;

const varied = (when: string, by: number): string =>
  when.replaceAll(NUMBERS, (found) =>
    found.startsWith("'") ? found : (Number(found) + by * HARDLY).toFixed(7),
  );

/**
 * The files of a policies folder with copies of their offers until there are `size`. Each copy has an id of its own, and other figures in its
 * clauses, so that hardly any of them is another offer's word for word.
 */
export const withManyOffers = (files: ReadonlyMap<string, string>, size: number): Map<string, string> => {
  const out = new Map(files);
  const offers = [...files].filter(([path]) => path.startsWith('offers/'));
  for (let i = offers.length; i < size; i++) {
    const [path, text] = offers[i % offers.length] as [string, string];
    const id = `${path.slice('offers/'.length, -'.yaml'.length)}-${i}`;
    out.set(
      `offers/${id}.yaml`,
      text
        .replace(/^id: .*$/m, `id: ${id}`)
        .replaceAll(/when: "([^"]*)"/g, (_line, when: string) => `when: "${varied(when, i)}"`),
    );
  }
  return out;
};
