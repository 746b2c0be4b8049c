import { describe, expect, test } from 'vitest';
import { readEnv } from './env';

const at = { root: '/srv/desk', isRoot: false };

describe('settings', () => {
  test('have a default for everything', () => {
    expect(readEnv({}, at)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      CUEDESK_ROLE: 'all',
      dataDir: '/srv/desk/.data',
      simulator: true,
    });
  });

  test('take an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ', CUEDESK_DEMO: '' }, at)).toMatchObject({
      PORT: 3000,
      CUEDESK_DEMO: true,
    });
  });

  test('put the data of root where the user of PostgreSQL can go, one folder per checkout', () => {
    const one = readEnv({}, { root: '/root/one', isRoot: true }).dataDir;
    const two = readEnv({}, { root: '/root/two', isRoot: true }).dataDir;
    expect(one).toMatch(/^\/var\/lib\/cuedesk\/[0-9a-f]{12}$/);
    expect(two).not.toBe(one);
  });

  test('play no customers where there is no demo', () => {
    expect(readEnv({ CUEDESK_DEMO: 'off' }, at).simulator).toBe(false);
    expect(readEnv({ CUEDESK_SIMULATOR: 'off' }, at).simulator).toBe(false);
  });

  test('say one sentence about each variable that is wrong, without repeating its value', () => {
    const wrong = {
      PORT: '99999',
      DATABASE_URL: 'mysql://root:hunter2@db',
      CUEDESK_ROLE: 'boss',
      AUTH_SECRET: 'short',
      OPENAI_BASE_URL: 'ftp://x',
    };
    try {
      readEnv(wrong, at);
      expect.unreachable();
    } catch (thrown) {
      const lines = String((thrown as Error).message).split('\n');
      expect(lines).toHaveLength(5);
      for (const name of Object.keys(wrong))
        expect(lines.filter((line) => line.startsWith(`${name} must`))).toHaveLength(1);
      expect(lines.join()).not.toContain('hunter2');
    }
  });

  test.each(['0', '65535'])('accept port %s', (PORT) =>
    expect(readEnv({ PORT }, at).PORT).toBe(Number(PORT)),
  );
  test.each(['-1', '65536', '3000.5', 'abc', '0x10'])('refuse port %s', (PORT) =>
    expect(() => readEnv({ PORT }, at)).toThrow('PORT'),
  );
});
