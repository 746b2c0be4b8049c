import { expectAccessible } from '../fixtures/accessibility';
import { knownCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { AccountCues } from '../pages/account-cues';
import { DeskPage } from '../pages/desk';

const LEAVING = 'I want to cancel my internet, it is too expensive.';
const BROKEN = 'My internet has been very slow since yesterday, what can I do?';

test('two offers that fit are shown with why, the others withheld with why; a refusal is remembered', async ({
  open,
  say,
}) => {
  const customer = knownCustomer('Dmitri Volkov', 'dmitri.volkov@example.com');
  const { conversationId } = await say(customer, LEAVING);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(account.risk).toContainText(/(Low|Medium|High) \d+ %/);
  await expect(account.risk.getByRole('list', { name: 'Reasons' }).first()).toContainText(
    /May leave:|Stays:/,
  );
  await expect(account.offers.getByRole('article')).toHaveCount(2);

  // Why it fits: every rule. What to say goes to the composer.
  const smaller = account.offer('Fiber 1 Gig instead of 2 Gig');
  await smaller.getByText('Why it fits').click();
  await smaller.getByText(/\d+ rules hold/).click();
  await expect(smaller.getByRole('list', { name: 'Rules that hold' })).toContainText(
    'No attempt to keep the customer yet',
  );
  const script = account.offer('12 months of loyalty credit');
  await script.getByRole('button', { name: 'Insert' }).click();
  await expect(desk.reply).toHaveValue(/take \$10\.00 off each month for a year/);

  // Withheld: each with the rules that do not hold, in words and with the values they saw.
  await account.offers.getByText(/Withheld, why/).click();
  const withheld = account.offers.getByRole('list', { name: 'Withheld offers' }).locator('> li');
  const upgrade = withheld.filter({ hasText: 'Fiber 500 for a full line' });
  await expect(upgrade).toContainText(/Does not hold: Only for Fiber 300, has Fiber 2 Gig/);
  await expect(upgrade).toContainText('on.fiber_plan = Fiber 2 Gig');
  await expectAccessible(page);

  // The way to cancel is one click away, and needs no offer first.
  await account.leaving.getByRole('button', { name: 'Cancel service' }).click();
  await expect(account.panel('Cancel a service')).toContainText('Cancel Fiber 2 Gig');
  await page.keyboard.press('Escape');

  // Said to the customer and declined: gone, with the reason kept, and no second attempt.
  await script.getByRole('button', { name: 'Present' }).click();
  await script.getByRole('button', { name: 'Declined' }).click();
  const why = account.panel('Why did they decline?');
  await why.getByRole('button', { name: 'Not now' }).click();
  await why.getByRole('textbox', { name: 'In their words (optional)' }).fill('moving soon');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(account.offers.getByRole('article')).toHaveCount(0);
  await expect(account.offers.getByRole('list', { name: 'Answers' })).toContainText(
    'Declined 12 months of loyalty credit: Not now: moving soon',
  );
  await page.reload();
  await expect(account.offers).toContainText('Declined 12 months of loyalty credit');
  await expect(account.offers.getByRole('article')).toHaveCount(0);
  await expect(account.leaving.getByRole('button', { name: 'Cancel service' })).toBeEnabled();
});

test('an accepted offer is looked at and approved as any action, and leaves a receipt', async ({
  open,
  say,
}) => {
  const { conversationId } = await say(
    knownCustomer('Priyanka Raghavan', 'priyanka.raghavan@example.com'),
    LEAVING,
  );
  const { page } = await open('otherRep');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  await page.getByRole('heading', { name: 'Cues' }).click();
  await expect(account.offers).toBeVisible();
  await page.keyboard.press('o');
  await expect(account.offers).toBeFocused();

  const offer = account.offer('12 months of loyalty credit');
  await offer.getByRole('button', { name: 'Present' }).click();
  await offer.getByRole('button', { name: 'Accepted' }).click();
  const panel = account.panel('Accepted: 12 months of loyalty credit');
  await expect(panel).toContainText('Take $10.00 off each of the next 12 bills');
  await expect(
    panel.getByRole('table', { name: 'What changes' }).getByRole('row', { name: /Next bill/ }),
  ).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(account.done.first()).toContainText(
    /\$10\.00 comes off each of the next 12 bills.*Receipt RCP-/s,
  );
  await expect(account.done.first()).toBeFocused();
  await expect(account.offers.getByRole('list', { name: 'Answers' })).toContainText(
    /Accepted 12 months of loyalty credit.*receipt RCP-/s,
  );
  await expect(account.offers.getByRole('article')).toHaveCount(0);
});

test('while the issue is open nothing is offered, and quiet mode keeps offers away', async ({
  open,
  say,
}) => {
  const { conversationId } = await say(knownCustomer('Nkechi Eze', 'nkechi.eze@example.com'), BROKEN);
  const leaving = await say(knownCustomer('Nkechi Eze', 'nkechi.eze@example.com'), LEAVING);
  const { page } = await open('lead');
  const desk = new DeskPage(page);
  const account = new AccountCues(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(account.offers).toContainText('No offer fits now');
  await expect(account.leaving).toHaveCount(0);
  await account.offers.getByText(/Withheld, why/).click();
  await expect(account.offers.getByRole('list', { name: 'Withheld offers' })).toContainText(
    'The issue is still open: solve it first',
  );

  await desk.openById(leaving.conversationId);
  await desk.take();
  await expect(account.offers.getByRole('article').first()).toBeVisible();
  await account.offers.getByRole('button', { name: 'No offers for an hour' }).click();
  await expect(account.offers.getByRole('button', { name: /Quiet until/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(account.offers.getByRole('article')).toHaveCount(0);
  await account.offers.getByRole('button', { name: /Quiet until/ }).click();
  await expect(account.offers.getByRole('article').first()).toBeVisible();
});
