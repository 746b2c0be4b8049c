import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { knownCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import type { Person } from '../fixtures/people';
import { BoardPage } from '../pages/board';
import { ChatPage } from '../pages/chat';
import { DeskPage } from '../pages/desk';

const LEGAL =
  'I dispute $510 of equipment fees on INV-2026-118127. I have spoken to my attorney and we will sue over it.';

/** A rep's desk with a conversation of their own and its cues. */
const openMine = async (page: Page, conversationId: string): Promise<DeskPage> => {
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.suggestion).toBeVisible();
  await expect(desk.packet.getByRole('button', { name: 'Escalate' })).toBeVisible();
  return desk;
};

interface Screen {
  name: string;
  who: Person | 'nobody';
  /** Leads to the screen; is given a conversation that waits. */
  reach(page: Page, conversationId: string): Promise<void>;
}

const SCREENS: readonly Screen[] = [
  {
    name: 'sign-in',
    who: 'nobody',
    reach: async (page) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    },
  },
  {
    name: 'API reference',
    who: 'nobody',
    reach: async (page) => {
      await page.goto('/docs/api');
      await expect(page.getByRole('heading', { name: 'Book a visit' })).toBeVisible();
    },
  },
  {
    name: 'chat before the first word',
    who: 'nobody',
    reach: (page) => new ChatPage(page).visit(),
  },
  {
    name: 'chat',
    who: 'nobody',
    reach: async (page) => {
      const chat = new ChatPage(page);
      await chat.visit();
      await chat.say('I would like to talk to a human about my bill');
      await expect(chat.message('You asked for a person')).toBeVisible();
    },
  },
  {
    name: 'desk with nothing open',
    who: 'rep',
    reach: async (page, conversationId) => {
      const desk = new DeskPage(page);
      await desk.visit('waiting');
      await desk.scrollTo(desk.row(conversationId));
    },
  },
  {
    name: 'desk with a conversation and its cues',
    who: 'rep',
    reach: async (page, conversationId) => {
      const desk = await openMine(page, conversationId);
      await desk.cues.getByRole('region', { name: 'Trace' }).getByText('Trace', { exact: true }).click();
      await expect(desk.cues.getByRole('article').first()).toBeVisible();
      await desk.reply.fill('We guarantee that you get $900 back by tomorrow, this is 100% our fault.');
    },
  },
  {
    name: 'correction of the intent',
    who: 'rep',
    reach: async (page, conversationId) => {
      await openMine(page, conversationId);
      await page.getByRole('heading', { name: 'Cues' }).click();
      await page.keyboard.press('c');
      await expect(page.getByRole('dialog', { name: 'Correct: Intent' })).toBeVisible();
    },
  },
  {
    name: 'account sheet',
    who: 'rep',
    reach: async (page, conversationId) => {
      await openMine(page, conversationId);
      await page.getByRole('button', { name: 'View the account' }).click();
      await expect(page.getByRole('dialog', { name: 'Oleksandr Kovalenko' })).toContainText(
        'INV-2026-118127',
      );
    },
  },
  {
    name: 'shortcuts',
    who: 'rep',
    reach: async (page) => {
      await new DeskPage(page).visit('waiting');
      await page.keyboard.press('Shift+?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'command menu',
    who: 'rep',
    reach: async (page, conversationId) => {
      await openMine(page, conversationId);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'escalate dialog',
    who: 'rep',
    reach: async (page, conversationId) => {
      const desk = await openMine(page, conversationId);
      await desk.packet.getByRole('button', { name: 'Escalate' }).click();
      await expect(page.getByRole('dialog', { name: 'Escalate' })).toBeVisible();
    },
  },
  {
    name: 'wrap-up',
    who: 'rep',
    reach: async (page, conversationId) => {
      const desk = await openMine(page, conversationId);
      await desk.end.click();
      await expect(desk.wrapUp).toBeVisible();
    },
  },
  {
    name: 'retention',
    who: 'lead',
    reach: async (page) => {
      await page.goto('/retention');
      await expect(page.getByRole('region', { name: 'Cancel risk by area' })).toBeVisible();
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    name: 'escalations',
    who: 'lead',
    reach: async (page) => {
      await new BoardPage(page).visit();
      await expect(
        page.getByRole('region', { name: 'Waiting', exact: true }).getByRole('status'),
      ).toHaveCount(0);
    },
  },
  {
    name: 'quality',
    who: 'qa',
    reach: async (page, conversationId) => {
      const desk = new DeskPage(page);
      await desk.openById(conversationId, '/quality');
      await expect(desk.suggestion).toBeVisible();
    },
  },
];

for (const { name, who, reach } of SCREENS)
  test(`axe finds nothing: ${name}`, async ({ open, say }) => {
    const { conversationId } = await say(
      knownCustomer('Oleksandr Kovalenko', 'oleksandr.kovalenko@example.com'),
      LEGAL,
    );
    const { page } = await open(who);
    await reach(page, conversationId);
    await expectAccessible(page);
  });
