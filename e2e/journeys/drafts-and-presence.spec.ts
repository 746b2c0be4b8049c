import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { accountOf } from '../fixtures/people';
import { DeskPage } from '../pages/desk';

const HELLO = 'I was charged twice for my internet this month, $60.00 twice on my card.';

test('what is typed survives a reload, saved or not', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), HELLO);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith('/draft') && answer.request().method() === 'PUT' && answer.ok(),
  );
  await desk.reply.pressSequentially('I am looking at both charges');
  await saved;
  await page.reload();
  await expect(desk.reply).toHaveValue('I am looking at both charges');

  // Left at once, before the draft was saved.
  await desk.reply.press('End');
  await desk.reply.pressSequentially(' now');
  await page.reload();
  await expect(desk.reply).toHaveValue('I am looking at both charges now');

  // The server has it: another browser of the same rep shows it too.
  const { page: second } = await open('rep');
  const elsewhere = new DeskPage(second);
  await elsewhere.openById(conversationId);
  await expect(elsewhere.reply).toHaveValue('I am looking at both charges now');
});

test('two reps see each other, and a typing one is announced', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), HELLO);
  const [{ page: first }, { page: second }] = [await open('rep'), await open('otherRep')];
  const [desk, other] = [new DeskPage(first), new DeskPage(second)];
  await desk.openById(conversationId);
  await desk.take();
  await other.openById(conversationId);
  await expect(second.getByText(`also here: ${accountOf('rep').name}`)).toBeVisible();
  await expect(first.getByText(`also here: ${accountOf('otherRep').name}`)).toBeVisible();

  await desk.reply.pressSequentially('Let me look');
  await expect(second.getByText(`${accountOf('rep').name} is typing here.`)).toBeVisible();

  // Taking over is explicit, and whoever had it sees it.
  await expect(other.reply).toHaveCount(0);
  await other.take();
  await expect(first.getByText(`${accountOf('otherRep').name} has this conversation`)).toBeVisible();
  await expect(desk.reply).toHaveCount(0);
});
