import fc from 'fast-check';

/** Values that code forgets about. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    'toString',
    '9'.repeat(400),
    'x'.repeat(30_000),
    '0001-01-01T00:00:00Z',
    "' OR 1=1 --",
    '{{7*7}}',
    '../../etc/passwd',
  ),
  fc.constantFrom(null, true, 0, -1, 1e308, -0, 2 ** 53),
  fc.jsonValue({ maxDepth: 2 }),
);

export type Json = Record<string, unknown>;

/** The body with one value of it replaced, left out, or one more: bodies that nearly are in order. */
export const nearly = (body: Json): fc.Arbitrary<unknown> => {
  const keys = Object.keys(body);
  const name = fc.oneof(
    ...(keys.length > 0 ? [fc.constantFrom(...keys)] : []),
    fc.string({ maxLength: 8 }),
    fc.constant('__proto__'),
  );
  const changed = fc
    .tuple(name, odd)
    .map(([field, value]): Json => JSON.parse(JSON.stringify({ ...body, [field]: value })));
  const without = fc
    .constantFrom('', ...keys)
    .map((field) => Object.fromEntries(Object.entries(body).filter(([known]) => known !== field)));
  const inner = keys.filter(
    (field) => typeof body[field] === 'object' && body[field] !== null && !Array.isArray(body[field]),
  );
  const deeper = inner.map((field) =>
    fc
      .constant(null)
      .chain(() => nearly(body[field] as Json))
      .map((value) => ({ ...body, [field]: value })),
  );
  return fc.oneof({ weight: 4, arbitrary: changed }, without, odd, ...deeper);
};
