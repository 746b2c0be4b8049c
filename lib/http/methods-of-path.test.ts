import { expect, it } from 'vitest';
import { problemSchema } from '@/lib/contracts/parts';
import { PUBLIC_API } from '@/lib/contracts/public-api';
import { refusedMethod } from './methods-of-path';

const addressOf = (path: string): string => path.replaceAll(/\{\w+\}/g, 'cus_000000000000000000000000');

it.each(PUBLIC_API.map(({ contract: { method, path } }) => [method, path]))(
  'lets %s %s pass',
  (method, path) => {
    expect(refusedMethod(method, addressOf(path))).toBeNull();
  },
);

it.each([
  ['POST', '/api/v1/events', 'GET'],
  ['DELETE', '/api/v1/conversations/cnv_1', 'GET'],
  ['GET', '/api/v1/visits', 'POST'],
  ['POST', '/api/v1/openapi.json', 'GET'],
  ['POST', '/api/v1/customers/cus_1/memory', 'GET, PUT, DELETE'],
])('refuses %s %s and says what there is: %s', async (method, path, allow) => {
  const response = refusedMethod(method, path);
  expect(response?.status).toBe(405);
  expect(response?.headers.get('allow')).toBe(allow);
  expect(response?.headers.get('content-type')).toBe('application/problem+json');
  expect(problemSchema.parse(await response?.json())).toMatchObject({ status: 405 });
});

it.each([
  ['POST', '/api/v1/no/such/thing'],
  ['POST', '/api/conversations'],
  ['DELETE', '/desk'],
  ['OPTIONS', '/api/v1/events'],
  ['HEAD', '/api/v1/events'],
])('leaves %s %s to whoever answers there', (method, path) => {
  expect(refusedMethod(method, path)).toBeNull();
});
