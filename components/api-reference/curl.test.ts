import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/contracts/openapi';
import { PUBLIC_API, PUBLIC_TAGS } from '@/lib/contracts/public-api';
import { curlOf } from './curl';

const { paths } = openApiDocument(PUBLIC_API, PUBLIC_TAGS);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [method, path, operation] as const),
);

/** What a shell makes of a command: the words after `curl`. */
const wordsOf = (command: string): string[] => {
  const given = String.raw`CUEDESK=http://desk.example; CUEDESK_KEY=cdk_key; curl() { printf '%s\0' "$@"; }`;
  const { stdout } = spawnSync('sh', ['-c', `${given}; ${command}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
};

describe('a call, as it is typed into a shell', () => {
  it.each(operations)('%s %s', (method, path, operation) => {
    const words = wordsOf(curlOf(method, path, operation, 'a-key-of-my-own'));
    const url = new URL(words.find((word) => word.startsWith('http://')) ?? '');
    expect(url.pathname).not.toContain('{');
    expect(words).toContain('Authorization: Bearer cdk_key');
    expect(words.includes('-X') ? words[words.indexOf('-X') + 1] : 'GET').toBe(method.toUpperCase());
    const body = operation.requestBody?.content['application/json']?.example;
    if (body !== undefined) expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(body);
    const keyed = JSON.stringify(operation.parameters ?? []).includes('IdempotencyKey');
    expect(words.includes('Idempotency-Key: a-key-of-my-own')).toBe(keyed);
  });

  it('keeps quotes in a body', () => {
    const operation = operations[0]?.[2];
    if (!operation) throw new Error('no operation');
    const body = { text: `it's "$HOME" and \`x\`` };
    const words = wordsOf(
      curlOf(
        'post',
        '/api/v1/messages',
        {
          ...operation,
          requestBody: { required: true, content: { 'application/json': { schema: {}, example: body } } },
        },
        '',
      ),
    );
    expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(body);
  });
});
