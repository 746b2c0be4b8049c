import { describe, expect, it } from 'vitest';
import { refusal } from '@/lib/use-cases/testing/refusal';
import { BODY_LIMIT, readJson } from './read-json';

const request = (body: BodyInit, type = 'application/json') =>
  new Request('http://desk.example/api', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);

/** A body that makes a chunk whenever it is asked for one; `made` counts them. */
const endless = (chunk: Uint8Array, limit: number) => {
  const made = { chunks: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      made.chunks++;
      if (made.chunks > limit) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: () => {
      made.cancelled = true;
    },
  });
  return { made, body };
};

describe('reading JSON', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['[]', []],
    ['"x"', 'x'],
    ['null', null],
    [' 1 ', 1],
  ])('reads %s', async (raw, value) => {
    expect(await readJson(request(raw))).toEqual(value);
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/json ;x=y',
  ])('takes %s', async (type) => {
    expect(await readJson(request('{}', type))).toEqual({});
  });

  it.each([
    'text/plain',
    'application/jsonp',
    'application/json-patch+json',
    'multipart/form-data',
    '',
    'text/html;application/json',
  ])('refuses the type %j', async (type) => {
    expect(await refusal(readJson(request('{}', type)))).toMatchObject({ code: 'unsupported_media' });
  });

  it.each([
    '',
    '{',
    '{"a":1',
    '{"a":1}}',
    "{'a':1}",
    '{"a":undefined}',
    '{"a":NaN}',
    '<html>',
    '{"a":1,}',
    '\u0000',
  ])('refuses what is not JSON and says that it is the body: %j', async (raw) => {
    const { code, problems } = await refusal(readJson(request(raw)));
    expect({ code, paths: problems.map(({ path }) => path) }).toEqual({ code: 'invalid', paths: ['body'] });
  });

  it.each(
    [
      [0xff, 0xfe],
      [0xc3, 0x28],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x9f, 0x98],
    ].map((bytes) => [bytes]),
  )('refuses bytes that are not UTF-8: %j', async (bytes) => {
    const raw = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
    expect(await refusal(readJson(request(raw)))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'body', message: 'is not UTF-8' }],
    });
  });

  it('makes every string one that a database can hold', async () => {
    expect(await readJson(request('{"a":"x\\u0000y","b":["\\ud83d"],"c":{"d":"\\u0000"}}'))).toEqual({
      a: 'xy',
      b: ['\ufffd'],
      c: { d: '' },
    });
  });

  it('stands a nest of any depth', async () => {
    const depth = 100_000;
    const read = readJson(request('['.repeat(depth) + ']'.repeat(depth)));
    const outcome = await read.then(
      () => 'read',
      (thrown: unknown) => thrown,
    );
    if (outcome !== 'read') expect(outcome).toMatchObject({ code: 'invalid', problems: [{ path: 'body' }] });
  });
});

describe('a body that is too large', () => {
  it('is refused by what it says of itself, unread', async () => {
    const { body, made } = endless(new Uint8Array(64 * 1024), 160);
    const told = new Request('http://desk.example/api', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', 'content-length': String(10 * 1024 * 1024) },
    } as RequestInit);
    expect(await refusal(readJson(told))).toMatchObject({ code: 'too_large' });
    expect(made.chunks).toBeLessThanOrEqual(1);
  });

  it('is refused as soon as it has grown too large, and the rest of its 10 MB is not read', async () => {
    const { body, made } = endless(new Uint8Array(64 * 1024), 160);
    expect(await refusal(readJson(request(body)))).toMatchObject({ code: 'too_large' });
    expect(made.cancelled).toBe(true);
    expect(made.chunks).toBeLessThanOrEqual(BODY_LIMIT / (64 * 1024) + 3);
  });

  it('is so from one byte over the limit', async () => {
    const of = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
    expect(await readJson(request(of(BODY_LIMIT)))).toHaveLength(BODY_LIMIT - 2);
    expect(await refusal(readJson(request(of(BODY_LIMIT + 1))))).toMatchObject({ code: 'too_large' });
  });
});
