import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

test('a contact is ended, its wrap-up edited and filed', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(
    customer,
    'I was charged twice for my internet this month, $60.00 twice.',
  );
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await desk.send(
    'I refunded the second charge of $60.00 to your card just now; it takes 3 to 5 business days.',
  );
  await say(customer, 'Thank you, that solved it!');
  await expect(desk.turn('Thank you, that solved it!')).toBeVisible();
  await expect(desk.cues.getByText('thinking')).toHaveCount(0);

  await desk.end.click();
  await expect(desk.wrapUp.getByRole('combobox', { name: 'About' })).not.toHaveValue('');
  await expect(desk.wrapUp.getByRole('combobox', { name: 'Outcome' })).not.toHaveValue('');
  const notes = desk.wrapUp.getByRole('textbox', { name: 'Notes' });
  await expect(notes).toHaveValue(/charge/i);
  await notes.fill(`${await notes.inputValue()} Refund reference RF-1.`);
  const outcome = desk.wrapUp.getByRole('combobox', { name: 'Outcome' });
  const options = await outcome.getByRole('option').allTextContents();
  await outcome.selectOption(options.at(-1) ?? '');
  await desk.wrapUp.getByRole('textbox', { name: /Follow-up/ }).fill('Look at the next bill');
  await desk.wrapUp.getByRole('button', { name: 'File' }).click();

  await expect(page.getByText('Wrap-up filed.', { exact: true }).first()).toBeVisible();
  await expect(desk.wrapUp).toHaveCount(0);
  await expect(page.getByRole('region', { name: `Conversation with ${customer.name}` })).toContainText(
    'Closed',
  );
  await expect(desk.reply).toHaveCount(0);
  await desk.view('closed').click();
  await expect(desk.row(conversationId)).toBeVisible();
  await desk.view('mine').click();
  await expect(desk.row(conversationId)).toHaveCount(0);

  // Filed for good: nothing asks for it again.
  await page.reload();
  await expect(desk.timeline).toBeVisible();
  await expect(desk.cues.getByRole('heading', { name: 'Cues' })).toBeVisible();
  await expect(desk.wrapUp).toHaveCount(0);
});
