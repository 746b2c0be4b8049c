import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE = 'I was charged twice for my internet this month, $60.00 twice on my card.';

test('a contact is worked from first to last without a mouse', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(customer, CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  const { keyboard } = page;
  await desk.visit('waiting');
  await desk.walkTo(conversationId);
  await keyboard.press('Enter');
  await expect(desk.turn(CHARGED_TWICE)).toBeVisible();
  await keyboard.press('t');
  await expect(desk.reply).toBeVisible();

  // The account sheet, and the focus back where it was.
  await page.getByRole('button', { name: 'View the account' }).focus();
  await keyboard.press('v');
  await expect(page.getByRole('dialog', { name: customer.name })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'View the account' })).toBeFocused();

  // A step ticked by its number, and taken back.
  const firstStep = desk.steps.getByRole('button', { name: /^Done:/ }).first();
  await expect(firstStep).toHaveAttribute('aria-pressed', 'false');
  await keyboard.press('1');
  await expect(firstStep).toHaveAttribute('aria-pressed', 'true');

  // The intent corrected: c opens, Tab and Enter choose, Escape leaves.
  await keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Correct: Intent' })).toBeVisible();
  await keyboard.type('charged twice');
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.situation.getByRole('button', { name: /correct the intent/ })).toBeFocused();

  // A note.
  await keyboard.press('n');
  await expect(desk.note).toBeFocused();
  await keyboard.type('Checked by keyboard.');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(desk.turn('Checked by keyboard.')).toBeVisible();
  await keyboard.press('Escape');

  // A macro, then the suggestion, then out.
  await keyboard.press('r');
  await expect(desk.reply).toBeFocused();
  await keyboard.type('/greet');
  await expect(page.getByRole('listbox', { name: 'Macros' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(desk.reply).toHaveValue(/thanks for reaching out/);
  await keyboard.press('ControlOrMeta+Enter');
  await expect(desk.turn('thanks for reaching out').getByRole('time')).toBeVisible();

  // Escalation asked for and left: the focus comes back.
  await keyboard.press('Escape');
  await keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Escalate' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The end.
  await keyboard.press('w');
  await expect(desk.wrapUp).toBeVisible();
  await expect(async () => {
    await keyboard.press('Tab');
    expect(await desk.wrapUp.evaluate((form) => form.contains(document.activeElement))).toBe(true);
  }).toPass();
  await keyboard.press('ControlOrMeta+Enter');
  await expect(desk.wrapUp).toHaveCount(0);
  await expect(page.getByRole('region', { name: `Conversation with ${customer.name}` })).toContainText(
    'Closed',
  );
});

test('single keys do nothing while someone types', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toBeEnabled();
  const keys = 'j k i n r e h c d s w t v u 1 2 3 4 5 ? a o';
  await desk.reply.pressSequentially(keys);
  await expect(desk.reply).toHaveValue(keys);
  await expect(desk.reply).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.wrapUp).toHaveCount(0);
  await expect(desk.steps.getByRole('button', { pressed: true })).toHaveCount(0);
});

test('dialogs give the focus back to what opened them', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  const openers = [
    { opener: page.getByRole('button', { name: 'View the account' }), dialog: page.getByRole('dialog') },
    { opener: page.getByRole('button', { name: 'Keyboard shortcuts' }), dialog: page.getByRole('dialog') },
    { opener: page.getByRole('button', { name: 'Search and commands' }), dialog: page.getByRole('dialog') },
    { opener: desk.packet.getByRole('button', { name: 'Escalate' }), dialog: page.getByRole('dialog') },
    { opener: desk.suggestion.getByRole('button', { name: 'Dismiss' }), dialog: page.getByRole('dialog') },
    { opener: desk.source(1).getByRole('button'), dialog: page.getByRole('dialog') },
    { opener: page.getByRole('button', { name: 'Filter' }), dialog: page.getByRole('menu') },
  ];
  for (const { opener, dialog } of openers) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test('the command menu finds conversations and commands', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(customer, CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.visit('waiting');
  await desk.scrollTo(desk.row(conversationId));
  const search = page.getByRole('combobox', { name: 'Search and commands' });
  await page.keyboard.press('ControlOrMeta+k');
  await expect(search).toBeFocused();
  await page.keyboard.type(customer.name);
  await expect(page.getByRole('option', { name: customer.name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: customer.name })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(search).toBeFocused();
  await page.keyboard.type('Take over');
  await page.keyboard.press('Enter');
  await expect(desk.reply).toBeVisible();
});
