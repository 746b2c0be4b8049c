import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const handlerSchema = z.custom<Handler>((value) => typeof value === 'function');

/** Every handler under app/api by method and path, as the files say: `GET /api/conversations/[id]`. */
export const routeHandlers = async (): Promise<Map<string, Handler>> => {
  const root = join(process.cwd(), 'app');
  const files = (await readdir(join(root, 'api'), { recursive: true })).filter((file) =>
    /(^|\/)route\.tsx?$/.test(file),
  );
  const handlers = new Map<string, Handler>();
  for (const file of files.sort()) {
    const exported = z.record(z.string(), z.unknown()).parse({ ...(await import(join(root, 'api', file))) });
    for (const method of METHODS)
      if (method in exported)
        handlers.set(`${method} /api/${dirname(file)}`, handlerSchema.parse(exported[method]));
  }
  return handlers;
};
