import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const told = process.env.PLAYWRIGHT_CHROMIUM;
const executablePath = [told, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: resolve(root, 'e2e/journeys'),
  outputDir: resolve(root, 'test-results'),
  globalSetup: resolve(root, 'e2e/fixtures/global-setup.ts'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // What passes only at the second try has not passed.
  retries: 0,
  timeout: 90_000,
  // Cues come within a second; this is for a machine that does many other things.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    actionTimeout: 15_000,
    // Recording one slows every journey; `--trace on` when a failure is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'],
    },
  },
});
