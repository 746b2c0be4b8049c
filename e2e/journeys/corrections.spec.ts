import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE = 'I was charged twice for my internet this month, $60.00 twice on my card.';

test('an intent is corrected where it stands and the cues follow', async ({ open, say }) => {
  const { conversationId } = await say(
    newCustomer(),
    'My bill is higher than last month. I do not understand the charges on it.',
  );
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.situation).toContainText('Explain a bill');
  await expect(desk.packet).toContainText('Explain a bill');

  await desk.situation.getByRole('button', { name: /correct the intent/ }).click();
  const popover = page.getByRole('dialog', { name: 'Correct: Intent' });
  await popover.getByRole('textbox', { name: 'Why (optional)' }).fill('They see it twice');
  await popover.getByRole('textbox', { name: 'Search' }).fill('twice');
  await popover.getByRole('button', { name: /^Charged twice/ }).click();

  // New cues: situation, packet and queue go by what the rep said, and the trace has the run that made them.
  await expect(popover).toHaveCount(0);
  await expect(desk.situation).toContainText('Charged twice');
  await expect(desk.packet).toContainText('Charged twice');
  const trace = desk.cues.getByRole('region', { name: 'Trace' });
  await trace.getByText('Trace', { exact: true }).click();
  await expect(trace.getByRole('article').first()).toContainText(/done.*correction/);
  await desk.view('mine').click();
  await expect(await desk.scrollTo(desk.row(conversationId))).toContainText('Charged twice');

  // It stands after a reload: the server keeps it.
  await page.reload();
  await expect(desk.situation).toContainText('Charged twice');
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
  await expect(await desk.scrollTo(desk.row(conversationId))).toContainText('Critical');
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
