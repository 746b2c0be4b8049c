import { layCable } from '../fixtures/cable';
import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { site } from '../fixtures/people';
import { DeskPage } from '../pages/desk';

const CHARGED_TWICE = 'I was charged twice for my internet this month, $60.00 twice on my card.';
/** What a browser writes on its console when a request gets no answer. */
const NETWORK = /net::ERR_|Failed to load resource/;

test('without a network the desk says so, keeps what is typed and catches up', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(customer, CHARGED_TWICE);
  await using cable = await layCable(site().url);
  const { page, watch } = await open('rep', { baseURL: cable.url });
  watch.allow(NETWORK);
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  cable.cut();
  const banner = page.getByText('Connection lost.');
  await expect(banner).toBeVisible();
  await desk.reply.fill('Typed without a network');
  await say(customer, 'Are you still there?');
  await expect(desk.turn('Are you still there?')).toHaveCount(0);

  cable.mend();
  await expect(banner).toHaveCount(0, { timeout: 30_000 });
  await expect(desk.turn('Are you still there?')).toBeVisible();
  await expect(desk.reply).toHaveValue('Typed without a network');
  await expect(desk.suggestion.getByRole('button', { name: 'Insert' })).toBeEnabled();
  await desk.send('I am back and have your case open.');
});

test('a reply that does not go out says so and goes out once at the second try', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page, watch } = await open('rep');
  watch.allow(NETWORK);
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await page.route('**/reply', (route) => route.abort(), { times: 1 });
  await desk.reply.fill('One answer, sent twice.');
  await desk.reply.press('ControlOrMeta+Enter');
  await expect(desk.timeline.getByRole('alert')).toContainText('Not sent.');
  await desk.timeline.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.turn('One answer, sent twice.').getByRole('time')).toBeVisible();
  await page.reload();
  await expect(desk.turn('One answer, sent twice.')).toHaveCount(1);
});

test('each column says what failed and tries again', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), CHARGED_TWICE);
  const { page, watch } = await open('rep');
  watch.allow(/Failed to load resource/);
  const desk = new DeskPage(page);
  const broken = { status: 500, contentType: 'application/json', body: '{}' };
  let failing = true;
  await page.route(/\/api\/conversations/, (route) => (failing ? route.fulfill(broken) : route.continue()));
  await page.goto(`/desk?view=waiting&c=${conversationId}`);
  await expect(page.getByText('The queue did not load')).toBeVisible();
  await expect(page.getByText('The conversation did not load')).toBeVisible();
  failing = false;
  await desk.queue.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(desk.turn('I was charged twice')).toBeVisible();
  await desk.scrollTo(desk.row(conversationId));
  await expect(page.getByText('did not load')).toHaveCount(0);
});
