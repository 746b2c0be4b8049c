import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE = 'I was charged twice for my internet this month, $60.00 twice on my card.';

test('an intent is corrected where it stands and the cues follow', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.source(1)).toContainText('Charged twice or paid twice');

  await desk.situation.getByRole('button', { name: /correct the intent/ }).click();
  const popover = page.getByRole('dialog', { name: 'Correct: Intent' });
  await popover.getByRole('textbox', { name: 'Why (optional)' }).fill('They ask what the fee is for');
  await popover.getByRole('textbox', { name: 'Search' }).fill('fees');
  await popover.getByRole('button', { name: 'Question about fees' }).click();

  await expect(popover).toHaveCount(0);
  await expect(desk.situation).toContainText('Question about fees');
  await expect(desk.suggestion).not.toContainText('Charged twice or paid twice');
  await expect(desk.steps.getByRole('listitem').first()).not.toContainText('Compare both entries');
  await desk.view('mine').click();
  await expect(await desk.scrollTo(conversationId)).toContainText('Question about fees');

  // It stands after a reload: the server keeps it.
  await page.reload();
  await expect(desk.situation).toContainText('Question about fees');
});

test('urgency is corrected in place', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.situation.getByRole('button', { name: /correct the urgency/ }).click();
  await page
    .getByRole('dialog', { name: 'Correct: Urgency' })
    .getByRole('button', { name: 'Critical' })
    .click();
  await expect(desk.situation.getByRole('button', { name: /correct the urgency/ })).toContainText('Critical');
  await expect(await desk.scrollTo(conversationId)).toContainText('Critical');
});

test('a suggestion is dismissed with a reason and stays away', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toBeEnabled();
  await page.getByRole('heading', { name: 'Cues' }).click();
  await page.keyboard.press('d');
  await page
    .getByRole('dialog', { name: 'Why dismiss it?' })
    .getByRole('button', { name: 'It is wrong' })
    .click();
  await expect(desk.suggestion).toContainText('Dismissed.');
  await page.reload();
  await expect(desk.suggestion).toBeVisible();
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toHaveCount(0);
});
