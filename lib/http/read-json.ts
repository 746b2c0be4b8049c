import { AppError } from '@/lib/core/errors';

/** The largest body of any endpoint, in bytes: a message of the longest allowed text in any script, and some. */
export const BODY_LIMIT = 256 * 1024;

const tooLarge = (): AppError => new AppError('too_large', `body is larger than ${BODY_LIMIT} bytes`);

/** Bytes of a body, read no further than the limit. */
const readLimited = async (request: Request): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > BODY_LIMIT) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
};

/** Where JSON stops being JSON, when the engine says so. */
const whereOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message.replace(/^JSON\.parse: /, '') : 'is malformed';

/** Strings as PostgreSQL can hold them: without NUL, and well-formed. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;

/** The JSON of a request. Throws `unsupported_media`, `too_large` or `invalid`. */
export const readJson = async (request: Request): Promise<unknown> => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new AppError('unsupported_media', 'content-type must be application/json');
  }
  const bytes = await readLimited(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), storable);
  } catch (cause) {
    const message =
      cause instanceof SyntaxError
        ? whereOf(cause)
        : cause instanceof RangeError
          ? 'is nested too deeply'
          : 'is not UTF-8';
    throw new AppError('invalid', `body is not JSON: ${message}`, {
      cause,
      problems: [{ path: 'body', message }],
    });
  }
};
