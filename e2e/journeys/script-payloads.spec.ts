import type { Page } from '@playwright/test';
import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { PAYLOADS } from '../fixtures/payloads';
import { site } from '../fixtures/people';
import { watchContext } from '../fixtures/watch';
import { ChatPage } from '../pages/chat';
import { DeskPage } from '../pages/desk';

/** What the console shows of a conversation at first; the rest comes in above. */
const PAGE = 60;
const MARKUP =
  'script,img,image,iframe,object,embed,video,audio,form,input,meta,base,style,marquee,math,template';

/** As text is compared on a page: white space is one space. */
const asShown = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Does something with each, a few at a time. */
const inTurn = async (
  payloads: readonly string[],
  act: (payload: string) => Promise<unknown>,
): Promise<void> => {
  const left = [...payloads];
  const work = async (): Promise<void> => {
    for (let payload = left.shift(); payload !== undefined; payload = left.shift()) await act(payload);
  };
  await Promise.all([work(), work(), work(), work()]);
};

const shownIn = async (page: Page, name: string): Promise<string[]> =>
  (await page.getByRole('log', { name }).getByRole('paragraph').allTextContents()).map(asShown);

test('the payloads run where text is taken for markup, and it is noticed', async ({ browser }) => {
  const context = await browser.newContext();
  const { problems } = await watchContext(context, site().url);
  const page = await context.newPage();
  for (const payload of PAYLOADS) await page.setContent(`<body>${payload}`);
  await expect.poll(() => problems.filter((problem) => problem.includes('ran')).length).toBeGreaterThan(30);
  await context.close();
});

test(`${PAYLOADS.length} script payloads come through the API as text`, async ({ open, say }) => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(100);
  const customer = newCustomer({ name: `<img src=x onerror=ran('name')>` });
  const [first = '', ...rest] = PAYLOADS;
  const { conversationId } = await say(customer, first);
  await inTurn(rest, (payload) => say(customer, payload));
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await expect(desk.timeline.locator('[id^="turn-"]')).toHaveCount(PAGE);
  await expect(async () => {
    await desk.timeline.evaluate((log) => log.scrollTo(0, 0));
    await expect(desk.timeline.locator('[id^="turn-"]')).toHaveCount(PAYLOADS.length, { timeout: 500 });
  }).toPass();
  const shown = await shownIn(page, 'Conversation');
  expect(PAYLOADS.map(asShown).filter((payload) => !shown.includes(payload))).toEqual([]);
  await expect(desk.timeline.locator(MARKUP)).toHaveCount(0);
  await expect(desk.situation).toBeVisible();
  await expect(desk.cues.locator(MARKUP)).toHaveCount(0);

  // Through the hands of a rep: note, reply, packet and wrap-up.
  await desk.take();
  await page.getByRole('button', { name: 'Internal note' }).click();
  await desk.note.fill(PAYLOADS[20] ?? '');
  await desk.note.press('ControlOrMeta+Enter');
  await expect(desk.turn('Internal note')).toContainText(PAYLOADS[20] ?? '');
  await page.getByRole('button', { name: 'View the account' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.end.click();
  await expect(desk.wrapUp).toBeVisible();
  await expect(desk.wrapUp.locator('script,img,iframe')).toHaveCount(0);
});

test(`${PAYLOADS.length} script payloads come through the chat as text, both ways`, async ({ open }) => {
  const { page: chatTab } = await open('nobody');
  const chat = new ChatPage(chatTab);
  await chat.visit();
  const name = `"><svg onload=ran('chat')> ${crypto.randomUUID().slice(0, 8)}`;
  await chatTab.getByRole('textbox', { name: 'Your name' }).fill(name);
  const [first = '', ...rest] = PAYLOADS;
  await chat.say(first);
  await expect(chat.message(first).getByRole('time')).toBeAttached();
  await inTurn(rest, async (text) => {
    const answer = await chatTab.request.post('/api/chat/messages', {
      data: { text, clientId: crypto.randomUUID() },
    });
    expect(answer.status(), text).toBe(201);
  });
  // Live, over the stream, and again from the server after a reload.
  for (const again of [false, true]) {
    if (again) await chatTab.reload();
    await expect(chat.messages.getByRole('listitem')).toHaveCount(PAYLOADS.length);
    const shown = await shownIn(chatTab, 'Messages');
    expect(PAYLOADS.map(asShown).filter((payload) => !shown.includes(payload))).toEqual([]);
    await expect(chat.messages.locator(`${MARKUP},svg`)).toHaveCount(0);
  }

  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.visit('waiting');
  await (await desk.scrollTo(desk.rowOf(name))).click();
  await expect(desk.timeline.locator('[id^="turn-"]')).toHaveCount(PAGE);
  await desk.take();
  await desk.send(`<img src=x onerror=ran('rep')>`);
  await expect(chat.message(`<img src=x onerror=ran('rep')>`)).toBeVisible();
});
