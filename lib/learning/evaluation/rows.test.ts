import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRows } from './rows';

const schema = z.object({ text: z.string() });
let dir = '';
const file = async (text: string): Promise<string> => {
  const path = join(dir, 'rows.jsonl');
  await writeFile(path, text);
  return path;
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('rows of a file', () => {
  it('are read up to the limit', async () => {
    const path = await file('{"text":"a"}\n\n{"text":"b"}\n{"text":"c"}\n');
    expect(await readRows(path, schema)).toHaveLength(3);
    expect(await readRows(path, schema, 2)).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  it('name the line that is wrong', async () => {
    await expect(readRows(await file('{"text":"a"}\n{"text":5}\n'), schema)).rejects.toThrow(
      /rows\.jsonl:2: text: /,
    );
    await expect(readRows(await file('{"text":"a"}\nnope\n'), schema)).rejects.toThrow(
      /rows\.jsonl:2: not JSON/,
    );
  });

  it('must be there', async () => {
    await expect(readRows(join(dir, 'absent.jsonl'), schema)).rejects.toThrow(/cannot read/);
    await expect(readRows(await file('\n'), schema)).rejects.toThrow(/holds no rows/);
  });
});
