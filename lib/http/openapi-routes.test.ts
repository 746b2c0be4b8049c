import { expect, it } from 'vitest';
import { PUBLIC_API } from '@/lib/contracts/public-api';
import { API } from './testing/api-routes';
import { routeHandlers } from './testing/route-files';

const handlers = await routeHandlers();

it('the OpenAPI document has every route of /api/v1 that takes a key, and none that is not there', () => {
  const routes = [...handlers.keys()].filter(
    (route) => /^\S+ \/api\/v1\//.test(route) && !/\/openapi\.json$|\[\[/.test(route),
  );
  const documented = PUBLIC_API.map(
    ({ contract: { method, path } }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`,
  );
  expect(documented.toSorted()).toEqual(routes.toSorted());
});

it('the OpenAPI document names the scope that each route asks for', () => {
  const scopes = PUBLIC_API.map(({ contract: { method, path }, scope }) => [
    `${method} ${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`,
    scope,
  ]);
  expect(Object.fromEntries(scopes)).toEqual(
    Object.fromEntries(Object.entries(API).map(([route, { scope }]) => [route, scope])),
  );
});

it('the document is served as it is made', async () => {
  const handler = handlers.get('GET /api/v1/openapi.json');
  const response = await handler?.(new Request('http://desk.example/api/v1/openapi.json'), {
    params: Promise.resolve({}),
  });
  expect(response?.status).toBe(200);
  expect(await response?.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Cuedesk API' } });
});
