import { expectAccessible } from '../fixtures/accessibility';
import { layCable } from '../fixtures/cable';
import { knownCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { accountOf, site } from '../fixtures/people';
import { AccountCues } from '../pages/account-cues';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE = 'I was charged twice for my internet this month, $60.00 twice on my card.';
/** What a browser writes on its console when a request gets no answer, or a refusal. */
const REFUSED = /Failed to load resource/;

test('what the steps name is proposed; a credit is edited, looked at, approved by key and taken back', async ({
  open,
  say,
}) => {
  const { conversationId } = await say(
    knownCustomer('Lars Nygaard', 'lars.nygaard@example.com'),
    CHARGED_TWICE,
  );
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await expect(account.actions).toContainText('Take the conversation over to act');
  await desk.take();

  // A proposal says what and why, and opens where it stands; Escape leads back to where it was opened.
  const review = account.actions.getByRole('button', { name: 'Review: Refund a charge' });
  await review.click();
  await expect(account.panel('Refund a charge')).toContainText('Because:');
  await page.keyboard.press('Escape');
  await expect(account.panel('Refund a charge')).toHaveCount(0);
  await expect(review).toBeFocused();

  // By key to the section; a tool by its name. The preview and the rules follow each edit.
  await page.getByRole('heading', { name: 'Cues' }).click();
  await page.keyboard.press('a');
  await expect(account.actions).toBeFocused();
  const panel = await account.credit('60.00');
  await expect(panel).toContainText('Up to $50.00 alone, $200.00 with a lead');
  await expect(panel).toContainText(
    'Needs a second person, a lead: A rep may give $50.00 alone, this is $60.00.',
  );
  const amount = panel.getByRole('textbox', { name: 'Amount a month' });
  await amount.fill('12.345');
  await expect(panel).toContainText('two decimals at most');
  await amount.fill('-5');
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  await amount.fill('200.01');
  await expect(panel.getByRole('list', { name: 'What stands in the way' })).toContainText(
    'A rep may give $200.00 at most, this is $200.01',
  );
  await expect(panel).toContainText('A rule stands in the way.');
  await amount.fill('12.00');
  await expect(panel).toContainText('Take $12.00 off the next bill');
  await expect(
    panel.getByRole('table', { name: 'What changes' }).getByRole('row', { name: /Next bill/ }),
  ).toBeVisible();
  await expect(panel.getByText(/\d+ rules hold/)).toBeVisible();
  await expectAccessible(page);

  // The key approves what is under review, and sends no reply that is being written.
  await desk.reply.fill('I am on it');
  await amount.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  const receipt = account.done.first();
  await expect(receipt).toContainText(/Done.*\$12\.00 comes off the next bill.*Receipt RCP-/s);
  await expect(receipt).toBeFocused();
  await expect(desk.reply).toHaveValue('I am on it');
  await expect(desk.turn('$12.00 comes off the next bill')).toBeVisible();

  // Taken back the same way, as an action of its own.
  await receipt.getByRole('button', { name: 'Undo' }).click();
  await expect(account.panel('Take it back')).toContainText('Take back the credit of $12.00');
  await account.panel('Take it back').getByRole('button', { name: 'Take it back' }).click();
  await expect(account.done).toHaveCount(2);
  await expect(account.done.first()).toContainText(/Done.*takes an action back.*Receipt RCP-/s);
  await expect(account.done.nth(1)).toContainText('Taken back');
  await page.reload();
  await expect(account.done.nth(1)).toContainText('Taken back');
});

test('above the limit it waits for a lead, who sees exactly what will run and decides', async ({
  open,
  say,
}) => {
  const customer = knownCustomer('Ernesto Quiroga', 'ernesto.quiroga@example.com');
  const { conversationId } = await say(customer, CHARGED_TWICE);
  const { page: leadPage } = await open('lead');
  await leadPage.goto('/escalations?board=approvals');
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  await (await account.credit('60.00')).getByRole('button', { name: 'Ask a lead' }).click();
  await expect(account.done.first()).toContainText('Waits for a second person');

  const cards = leadPage.getByRole('article', { name: `Apply credit for ${customer.name}` });
  await expect(cards).toContainText(`asked for by ${accountOf('rep').name}`);
  await expect(cards).toContainText('Take $60.00 off the next bill');
  await expect(cards.getByText(/\d+ rules hold/)).toBeVisible();
  await expect(leadPage.getByRole('link', { name: /^Escalations, \d+ to approve$/ })).toBeVisible();
  await expectAccessible(leadPage);
  await cards.getByRole('button', { name: 'Approve' }).click();
  await expect(cards).toHaveCount(0);
  await expect(account.done.first()).toContainText(/Done.*Receipt RCP-/s);
  const proof = account.done.first().getByText('Who, what and why');
  await proof.click();
  await expect(account.done.first()).toContainText(`Approved by ${accountOf('lead').name} (lead)`);

  // Declined, the rep reads why, and nothing ran.
  await (await account.credit('55.00')).getByRole('button', { name: 'Ask a lead' }).click();
  await cards.getByRole('button', { name: 'Decline' }).click();
  const why = leadPage.getByRole('dialog', { name: 'Decline the action' });
  await why.getByRole('textbox', { name: 'Why not?' }).fill('The bank shows one charge only');
  await why.getByRole('button', { name: 'Decline' }).click();
  await expect(cards).toHaveCount(0);
  await expect(account.done.first()).toContainText('Declined');
  await expect(account.done.first()).toContainText('The bank shows one charge only');
  await expect(account.done.first()).not.toContainText('Receipt');
});

test('a double click gives one receipt and one effect', async ({ open, say }) => {
  const { conversationId } = await say(
    knownCustomer('Kwame Asante', 'kwame.asante@example.com'),
    CHARGED_TWICE,
  );
  const { page } = await open('otherRep');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  const nextBill = (panel: typeof account.actions) =>
    panel
      .getByRole('table', { name: 'What changes' })
      .getByRole('row', { name: /Next bill/ })
      .getByRole('cell');
  const panel = await account.credit('9.00');
  const after = (await nextBill(panel).nth(1).textContent()) ?? 'unknown';
  await panel.getByRole('button', { name: 'Approve' }).dblclick();
  await expect(account.done.first()).toContainText(/Receipt RCP-/);
  await expect(account.done).toHaveCount(1);
  await page.reload();
  await expect(account.done).toHaveCount(1);
  await expect(nextBill(await account.credit('9.00')).first()).toHaveText(after);
});

test('what changed in between is shown, and needs an approval of its own', async ({ open, say }) => {
  const customer = () => knownCustomer('Mei-Lin Zhou', 'mei.lin.zhou@example.com');
  const first = await say(customer(), CHARGED_TWICE);
  const second = await say(customer(), CHARGED_TWICE);
  const { page, watch } = await open('rep');
  watch.allow(REFUSED);
  const { page: otherPage } = await open('otherRep');
  const account = new AccountCues(page);
  const other = new AccountCues(otherPage);
  for (const [one, { conversationId }] of [
    [page, first],
    [otherPage, second],
  ] as const) {
    const desk = new DeskPage(one);
    await desk.openById(conversationId);
    await desk.take();
  }
  const panel = await account.credit('7.00');
  await expect(panel.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'false');
  await (await other.credit('5.00')).getByRole('button', { name: 'Approve' }).click();
  await expect(other.done.first()).toContainText('Receipt');

  await panel.getByRole('button', { name: 'Approve' }).click();
  const different = panel.getByRole('alert', { name: 'What is different now' });
  await expect(different).toContainText('It is no longer as you saw it. Nothing ran.');
  await expect(different).toContainText('Next bill:');
  await expect(account.done).toHaveCount(0);
  await panel.getByRole('button', { name: 'Approve' }).click();
  await expect(account.done.first()).toContainText(/\$7\.00 comes off the next bill.*Receipt RCP-/s);
});

test('a look-up says what it found, and without a network nothing can be approved', async ({ open, say }) => {
  const { conversationId } = await say(
    knownCustomer('Lars Nygaard', 'lars.nygaard@example.com'),
    CHARGED_TWICE,
  );
  await using cable = await layCable(site().url);
  const { page, watch } = await open('otherRep', { baseURL: cable.url });
  watch.allow(/net::ERR_|Failed to load resource/);
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  const found = await account.pick('Account');
  await expect(found.getByRole('status').last()).toContainText('The next bill comes to');
  const panel = await account.credit('3.00');
  cable.cut();
  await expect(panel).toContainText('No connection. Approve when it is back');
  const approve = panel.getByRole('button', { name: 'Approve' });
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await approve.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(panel).toBeVisible();
  cable.mend();
  await expect(approve).toHaveAttribute('aria-disabled', 'false', { timeout: 30_000 });
  await expect(account.done).toHaveCount(0);
});

test('QA reads what was done and can press nothing', async ({ open, say }) => {
  const { conversationId } = await say(
    knownCustomer('Kwame Asante', 'kwame.asante@example.com'),
    CHARGED_TWICE,
  );
  const { page } = await open('qa');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId, '/quality');
  await expect(account.actions).toContainText('You read here and change nothing.');
  await expect(account.actions.getByRole('button')).toHaveCount(0);
  await expect(account.offers.getByRole('button')).toHaveCount(0);
});
