import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

test('QA reads any conversation with its trace and changes nothing', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(
    customer,
    'I was charged twice for my internet this month, $60.00 twice.',
  );
  const { page } = await open('qa');
  await page.goto('/');
  await expect(page).toHaveURL(/\/quality/);
  const desk = new DeskPage(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeAttached();
  await desk.view('waiting').click();
  await desk.walkTo(conversationId);
  await page.keyboard.press('Enter');
  await expect(desk.turn('I was charged twice')).toBeVisible();
  await expect(desk.situation).toContainText('Charged twice');

  await expect(desk.reply).toHaveCount(0);
  await expect(desk.note).toHaveCount(0);
  for (const name of ['Take over', 'End', 'Insert', 'Escalate'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await expect(desk.situation.getByRole('button', { name: /correct the/ })).toHaveCount(0);

  const trace = desk.cues.getByRole('region', { name: 'Trace' });
  await trace.getByText('Trace', { exact: true }).click();
  const run = trace.getByRole('article').first();
  await expect(run).toContainText('done');
  for (const step of ['triage', 'retrieve', 'escalate', 'resolve', 'guard', 'pack'])
    await expect(run).toContainText(step);
  await expect(run).toContainText('local');
  await run.getByText(/^version /).click();
  await expect(run.getByRole('definition').first()).toBeVisible();
  await run.getByText('triage', { exact: true }).click();
  await expect(run).toContainText('billing.duplicate-charge');
});
