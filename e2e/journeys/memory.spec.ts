import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { DeskPage } from '../pages/desk';

test('a rep remembers a fact of a customer, corrects it and takes it back', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), 'When does the technician come tomorrow?');
  const { page } = await open('rep');
  await new DeskPage(page).openById(conversationId);
  await page.getByRole('button', { name: 'View the account' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Nothing is remembered yet.');

  await sheet.getByRole('button', { name: 'Remember something' }).click();
  const form = sheet.getByRole('form', { name: 'Remember something' });
  await form.getByRole('textbox', { name: 'What it is' }).fill('Gate code');
  await form.getByRole('textbox', { name: 'What to remember' }).fill('Ring twice, then 4417');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toContainText(/Gate code Ring twice, then 4417.*the customer said so/s);
  await expect(form).toHaveCount(0);

  await sheet.getByRole('button', { name: 'Correct Gate code' }).click();
  const correction = sheet.getByRole('form', { name: 'Correct Gate code' });
  await correction.getByRole('textbox', { name: 'Gate code' }).fill('Ring twice, then 5528');
  await correction.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toContainText('Ring twice, then 5528');
  await expect(sheet).not.toContainText('4417');

  // It is kept by the server, and for whoever opens the account next.
  await page.reload();
  await page.getByRole('button', { name: 'View the account' }).click();
  await expect(sheet).toContainText('Ring twice, then 5528');

  await sheet.getByRole('button', { name: 'Remove Gate code' }).click();
  await expect(sheet).toContainText('Nothing is remembered yet.');
});
