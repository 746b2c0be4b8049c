import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/contracts/openapi';
import { PUBLIC_API, PUBLIC_TAGS } from '@/lib/contracts/public-api';
import { ApiReference } from './api-reference';

const html = renderToStaticMarkup(<ApiReference document={openApiDocument(PUBLIC_API, PUBLIC_TAGS)} />);
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = '']) => found);

describe('the page of the API', () => {
  it('has every operation and every schema, each under a name of its own', () => {
    const ids = all(/ id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of PUBLIC_API) expect(ids).toContain(id);
    expect(ids).toContain('schema-Problem');
  });

  it('leads only to what is on it, or to the document', () => {
    const ids = new Set(all(/ id="([^"]+)"/g));
    const links = all(/href="([^"]+)"/g);
    expect(links.length).toBeGreaterThan(PUBLIC_API.length);
    expect(links.filter((link) => link.startsWith('#') && !ids.has(link.slice(1)))).toEqual([]);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual(['/api/v1/openapi.json']);
  });

  it('needs no script, names what each part is labelled by, and says every type in words', () => {
    expect(html).not.toContain('<script');
    const ids = new Set(all(/ id="([^"]+)"/g));
    expect(all(/aria-labelledby="([^"]+)"/g).filter((id) => !ids.has(id))).toEqual([]);
    expect(html).not.toMatch(/\[object Object\]|undefined|anything/);
  });
});
