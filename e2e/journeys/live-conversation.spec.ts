import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE =
  'I was charged twice for my internet this month, $60.00 twice on my card. I want the second charge back.';

test('a rep works a live conversation from the queue to the next cues', async ({ open, say }) => {
  const customer = newCustomer();
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.visit('waiting');
  await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));

  // The message comes in over the API and stands in the queue without a reload.
  const { conversationId } = await say(customer, CHARGED_TWICE);
  await desk.walkTo(conversationId);
  await expect(desk.row(conversationId)).toContainText(customer.name);
  await expect(desk.row(conversationId)).toContainText('Charged twice');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: customer.name })).toBeVisible();
  await expect(desk.turn(CHARGED_TWICE)).toBeVisible();
  await page.keyboard.press('t');
  await expect(desk.reply).toBeVisible();

  // The cues: what it is about, the steps, a reply with a numbered source, a packet.
  await expect(desk.situation).toContainText('Charged twice');
  await expect(desk.steps.getByRole('listitem')).not.toHaveCount(0);
  await expect(desk.source(1)).toContainText(/1\s*Charged twice or paid twice/);
  await expect(desk.packet).toContainText('Charged twice');
  await desk.source(1).getByRole('button').click();
  const source = page.getByRole('dialog', { name: 'Charged twice or paid twice' });
  await expect(source).toContainText(/disput|charge/);
  await page.keyboard.press('Escape');
  await expect(source).toBeHidden();
  await expect(desk.source(1).getByRole('button')).toBeFocused();

  // Insert, edit, send; it can be undone until it goes out.
  await page.keyboard.press('i');
  await expect(desk.reply).not.toHaveValue('');
  await expect(desk.reply).toBeFocused();
  const suggested = await desk.reply.inputValue();
  await page.keyboard.type(' Please tell me the date of each charge.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(desk.reply).toHaveValue('');
  const held = desk.timeline.getByRole('listitem').filter({ hasText: 'Goes out in' });
  await expect(held).toContainText('Please tell me the date of each charge.');
  await expect(held).toHaveCount(0, { timeout: 12_000 });
  const sent = desk.turn(`${suggested} Please tell me the date of each charge.`);
  await expect(sent.getByRole('time')).toBeVisible();

  // The reply takes the suggestion away, and the step it did is ticked.
  await expect(desk.suggestion).toContainText('Withdrawn');
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toHaveCount(0);
  await expect(desk.steps.getByRole('button', { pressed: true })).not.toHaveCount(0);

  // The customer writes again: new cues.
  await say(customer, 'Both are posted now, on the 3rd. It was one bill and I only have one account.');
  await expect(desk.turn('Both are posted now')).toBeVisible();
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toBeEnabled();
  await expect(desk.suggestion).not.toContainText('Withdrawn');
  await expect(desk.cues.getByText('thinking')).toHaveCount(0);
  expect(await page.evaluate(() => 'neverReloaded' in globalThis)).toBe(true);
});

test('a sent reply can be taken back while it is held', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await desk.reply.fill('Not meant to go out yet.');
  await desk.reply.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.reply).toHaveValue('Not meant to go out yet.');
  await expect(desk.turn('Not meant to go out yet.')).toHaveCount(0);
});
