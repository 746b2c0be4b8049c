import { expect, test } from '../fixtures/journey';
import { accountOf } from '../fixtures/people';
import { ChatPage } from '../pages/chat';
import { DeskPage } from '../pages/desk';

test('a customer chats with a rep, both ways and live', async ({ open }) => {
  const name = `Chatter ${crypto.randomUUID().slice(0, 8)}`;
  const { page: chatTab } = await open('nobody');
  const chat = new ChatPage(chatTab);
  await chat.visit();
  await expect(
    chatTab.getByText('An AI assists our team: a person reads and sends every reply.'),
  ).toBeVisible();
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.visit('waiting');

  await chatTab.getByRole('textbox', { name: 'Your name' }).fill(name);
  await chat.say('My invoice looks wrong, can you check it?');
  await expect(chat.message('My invoice looks wrong').getByRole('time')).toBeAttached();

  await (await desk.scrollTo(desk.rowOf(name))).click();
  await desk.take();
  await desk.send('Of course. Which invoice is it?');
  await expect(chat.message('Of course. Which invoice is it?')).toContainText(
    accountOf('rep').name.split(' ')[0] ?? '',
  );
  await chat.say('The newest one, from this month.');
  await expect(desk.turn('The newest one, from this month.')).toBeVisible();

  // Notes stay inside.
  await page.getByRole('button', { name: 'Internal note' }).click();
  await desk.note.fill('Only for the team.');
  await desk.note.press('ControlOrMeta+Enter');
  await expect(desk.turn('Only for the team.')).toContainText('Internal note');

  // The chat survives a reload.
  await chatTab.reload();
  await expect(chat.message('My invoice looks wrong')).toBeVisible();
  await expect(chat.message('Of course. Which invoice is it?')).toBeVisible();
  await expect(chat.message('The newest one, from this month.')).toBeVisible();
  await expect(chatTab.getByText('Only for the team.')).toHaveCount(0);

  // Ended by the rep, it says so and a new one can begin.
  await desk.end.click();
  await expect(chatTab.getByText('This chat is closed.')).toBeVisible();
  await chat.say('One more thing, please.');
  await expect(chat.message('One more thing, please.')).not.toContainText(/Sending|Not sent/);
  await expect(chatTab.getByText('This chat is closed.')).toHaveCount(0);
});

test('a person is asked for with 0 and acknowledged', async ({ open }) => {
  const { page } = await open('nobody');
  const chat = new ChatPage(page);
  await chat.visit();
  await chat.say('Hello, something is off with my order');
  await expect(chat.message('Hello, something is off')).toBeVisible();
  await chat.say('0');
  await expect(chat.message('You asked for a person')).toBeVisible();
  await expect(page.getByText('A person has been asked for and will be with you.')).toBeVisible();
  await expect(chat.askForPerson).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('A person has been asked for and will be with you.')).toBeVisible();
  await expect(chat.message('You asked for a person')).toHaveCount(1);
});

test('a message that did not go out can be sent again, once', async ({ open }) => {
  const { page, watch } = await open('nobody');
  watch.allow(/Failed to load resource|ERR_FAILED/);
  const chat = new ChatPage(page);
  await chat.visit();
  await page.route('**/api/chat/messages', (route) => route.abort(), { times: 1 });
  await chat.say('Is the store open on Sunday?');
  await expect(chat.messages.getByRole('alert')).toContainText('Not sent.');
  await chat.messages.getByRole('button', { name: 'Try again' }).click();
  await expect(chat.message('Is the store open on Sunday?').getByRole('time')).toBeAttached();
  await expect(chat.message('Is the store open on Sunday?')).toHaveCount(1);
  await page.reload();
  await expect(chat.message('Is the store open on Sunday?')).toHaveCount(1);
});
