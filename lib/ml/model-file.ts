import { z } from 'zod';

/** A model on disk or in a row: a header of plain values and named arrays of numbers. */
export interface ModelFile {
  header: unknown;
  arrays: Readonly<Record<string, Int8Array | Int32Array | Uint32Array | Float32Array>>;
}

const MAGIC = 'LNM1';

const KINDS = {
  i8: Int8Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

const headSchema = z.object({
  header: z.unknown(),
  arrays: z.array(
    z.object({ name: z.string(), kind: z.enum(['i8', 'i32', 'u32', 'f32']), length: z.int().nonnegative() }),
  ),
});

const kindOf = (array: ModelFile['arrays'][string]): keyof typeof KINDS => {
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Uint32Array ? 'u32' : 'f32';
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Magic, length of the JSON head, head, then the arrays one after the other on four-byte bounds, in this machine's byte order. */
export const writeModel = ({ header, arrays }: ModelFile): Buffer => {
  const entries = Object.entries(arrays);
  const head = JSON.stringify({
    header,
    arrays: entries.map(([name, array]) => ({ name, kind: kindOf(array), length: array.length })),
  });
  const headBytes = Buffer.from(
    head.padEnd(padded(Buffer.byteLength(head)) - Buffer.byteLength(head) + head.length),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(headBytes.length);
  const parts = entries.map(([, array]) => {
    const bytes = Buffer.alloc(padded(array.byteLength));
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return bytes;
  });
  return Buffer.concat([Buffer.from(MAGIC), size, headBytes, ...parts]);
};

/** Reads what writeModel wrote; null when it is anything else or cut short. */
export const readModel = (bytes: Buffer): ModelFile | null => {
  if (bytes.length < 8 || bytes.toString('latin1', 0, 4) !== MAGIC) return null;
  const start = 8 + bytes.readUInt32LE(4);
  if (start > bytes.length) return null;
  const head = headSchema.safeParse(parseJson(bytes.toString('utf8', 8, start)));
  if (!head.success) return null;
  const arrays: Record<string, ModelFile['arrays'][string]> = {};
  let at = start;
  for (const { name, kind, length } of head.data.arrays) {
    const Kind = KINDS[kind];
    const size = length * Kind.BYTES_PER_ELEMENT;
    if (at + size > bytes.length) return null;
    arrays[name] = new Kind(Uint8Array.from(bytes.subarray(at, at + size)).buffer);
    at += padded(size);
  }
  return { header: head.data.header, arrays };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
