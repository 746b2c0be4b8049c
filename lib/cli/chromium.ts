import { existsSync } from 'node:fs';
import { AppError } from '@/lib/core/errors';
import { env } from '@/lib/env';
import { runProgram } from './tool';

const DEBIAN = '/usr/bin/chromium';

const playwrightsOwn = async (): Promise<string | undefined> => {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

const installDebians = async (detail: (line: string) => void): Promise<string | undefined> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  detail("installing Debian's chromium");
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ]) {
    const { code } = await runProgram('apt-get', args, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      onLine: detail,
    });
    if (code !== 0) return undefined;
  }
  return existsSync(DEBIAN) ? DEBIAN : undefined;
};

/** A Chromium for the browser tests: the one we are told of, Debian's, Playwright's, or, as root, Debian's installed now. */
export const findChromium = async (detail: (line: string) => void): Promise<string> => {
  const told = env().PLAYWRIGHT_CHROMIUM;
  if (told !== undefined && !existsSync(told))
    throw new AppError('invalid', `PLAYWRIGHT_CHROMIUM names ${told}, which does not exist.`);
  const found =
    told ??
    (existsSync(DEBIAN) ? DEBIAN : undefined) ??
    (await playwrightsOwn()) ??
    (await installDebians(detail));
  if (found !== undefined) return found;
  throw new AppError(
    'unavailable',
    'The browser tests need a Chromium: install one (`apt-get install chromium`) or name it with PLAYWRIGHT_CHROMIUM.',
  );
};
