import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { accountOf } from '../fixtures/people';
import { BoardPage } from '../pages/board';
import { DeskPage } from '../pages/desk';

const LEGAL =
  'I dispute $510 of equipment fees. I have spoken to my attorney and we will sue if this goes to collection.';

test('an escalation goes to a lead with its packet and becomes theirs', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(customer, LEGAL);
  const { page: leadPage } = await open('lead');
  const board = new BoardPage(leadPage);
  await board.visit();
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();

  const alert = desk.cues.getByRole('region', { name: 'Escalate' });
  await expect(alert).toContainText('Escalate to Legal desk');
  await expect(alert).toContainText('The customer spoke of lawyers');
  await expect(desk.packet).toContainText('Dispute a charge');
  await desk.packet.getByRole('button', { name: 'Escalate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Escalate' });
  await expect(dialog.getByLabel('To', { exact: true })).toHaveValue('legal-desk');
  await expect(dialog.getByRole('region', { name: 'Packet' })).toContainText('Dispute a charge');
  await dialog.getByRole('textbox', { name: /next person/ }).fill('Has the return receipt.');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.packet).toContainText('Waits for Legal desk');
  // Said once: the alert does not go on while somebody is on the way.
  await expect(alert).toHaveCount(0);
  await expect(desk.cues).toContainText('Escalated to Legal desk; nothing new');

  // The lead's board has it without a reload.
  const waiting = board.packet('Waiting', customer.name);
  await expect(waiting).toContainText('Dispute a charge');
  await expect(waiting).toContainText('Has the return receipt.');
  await expect(waiting).toContainText(`from ${accountOf('rep').name}`);
  await expect(waiting).toContainText(/left|over/);
  await waiting.getByRole('button', { name: 'Accept' }).click();
  await expect(board.packet('Accepted', customer.name)).toContainText(
    `accepted by ${accountOf('lead').name}`,
  );
  await expect(waiting).toHaveCount(0);

  // The rep sees that it is no longer theirs; the lead answers.
  await expect(desk.packet).toContainText(`${accountOf('lead').name} has taken it over.`);
  await expect(desk.reply).toHaveCount(0);
  await board.packet('Accepted', customer.name).getByRole('link', { name: 'Open conversation' }).click();
  const leadDesk = new DeskPage(leadPage);
  await expect(leadPage.getByRole('heading', { level: 2, name: customer.name })).toBeVisible();
  await leadDesk.send('I lead the desk and have your case in hand.');
  await expect(desk.turn('I lead the desk and have your case in hand.')).toBeVisible();
});

test('a packet that is returned says why to the rep', async ({ open, say }) => {
  const customer = newCustomer();
  const { conversationId } = await say(customer, LEGAL);
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await desk.take();
  await expect(desk.packet.getByRole('button', { name: 'Escalate' })).toBeVisible();
  await desk.packet.getByRole('button', { name: 'Escalate' }).click();
  await page.getByRole('dialog', { name: 'Escalate' }).getByRole('button', { name: 'Hand over' }).click();
  await expect(desk.packet).toContainText('Waits for');

  const { page: leadPage } = await open('lead');
  const board = new BoardPage(leadPage);
  await board.visit();
  await board.packet('Waiting', customer.name).getByRole('button', { name: 'Return' }).click();
  const popover = leadPage.getByRole('dialog', { name: 'Return the packet' });
  await expect(popover.getByRole('button', { name: 'Return' })).toBeDisabled();
  await popover.getByRole('textbox', { name: 'Why does it go back?' }).fill('The invoice number is missing');
  await popover.getByRole('button', { name: 'Return' }).click();
  await expect(board.packet('Returned', customer.name)).toContainText('The invoice number is missing');

  await expect(desk.packet).toContainText(
    `${accountOf('lead').name} returned it: The invoice number is missing`,
  );
  await desk.view('mine').click();
  await expect(await desk.scrollTo(desk.row(conversationId))).toContainText('Returned');
  await expect(desk.reply).toBeVisible();
  await expect(desk.packet.getByRole('button', { name: 'Escalate' })).toBeVisible();
});
