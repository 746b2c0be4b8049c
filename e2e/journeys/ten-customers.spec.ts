import { knownCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { AccountCues } from '../pages/account-cues';
import { DeskPage } from '../pages/desk';

interface Scripted {
  name: string;
  says: string;
  /** What the rep answers and how the customer ends the matter; nothing for those who want to leave. */
  handled: { reply: string; closes: string } | null;
  offer: string;
  answer: { accepts: RegExp } | { declines: string };
}

/** Ten customers of the demo organisation, from their first message to what they say to an offer. */
const TEN: readonly Scripted[] = [
  {
    name: 'Thomas Brandt',
    says: 'Why is my bill 20 dollars higher this month?',
    handled: {
      reply: 'Your new customer promotion of $20.00 a month ended after its 12 months.',
      closes: 'ok that explains it, thank you',
    },
    offer: "12 months at today's price",
    answer: { accepts: /12 months/ },
  },
  {
    name: 'Efua Gunawan',
    says: 'Can you explain the TV part of my bill?',
    handled: { reply: 'TV Plus is $60.00 a month.', closes: 'perfect, thanks' },
    offer: 'TV Essentials instead of TV Plus',
    answer: { accepts: /TV Essentials/ },
  },
  {
    name: 'Malik Abebe',
    says: 'I want to cancel my internet, I hardly use it.',
    handled: null,
    offer: 'Fiber 300 instead of 500',
    answer: { declines: 'moving in with a friend' },
  },
  {
    name: 'Bogdan Obi',
    says: 'I want to cancel my internet, it costs too much.',
    handled: null,
    offer: '12 months of loyalty credit',
    answer: { accepts: /comes off each of the next 12 bills/ },
  },
  {
    name: 'Ivana Molina',
    says: 'How do I turn on AutoPay?',
    handled: { reply: 'In the My Larkspur app, under Payments.', closes: 'found it, thanks a lot' },
    offer: 'Fiber 1 Gig instead of 2 Gig',
    answer: { accepts: /Fiber 1 Gig/ },
  },
  {
    name: 'Yara Tesfaye',
    says: 'Where can I see my last payments?',
    handled: { reply: 'In the My Larkspur app, under Billing.', closes: 'great, thank you' },
    offer: 'Fiber 500 instead of 1 Gig',
    answer: { declines: 'the kids play online' },
  },
  {
    name: 'Alejandra Kaplan',
    says: 'Can you send me a copy of my last bill?',
    handled: { reply: 'You can download it under Billing in the app.', closes: 'got it, thanks' },
    offer: 'Mobile Lite for a line that is little used',
    answer: { accepts: /Mobile Lite/ },
  },
  {
    name: 'Elif Fitzgerald',
    says: 'How do I change my payment card?',
    handled: { reply: 'Under Payments in the app, choose another card.', closes: 'done, thank you!' },
    offer: 'Home Care after a repair',
    answer: { accepts: /Home Care/ },
  },
  {
    name: 'Doina Takahashi',
    says: 'Which days do your technicians come?',
    handled: { reply: 'Monday to Saturday, between 8 am and 6 pm.', closes: 'wonderful, thanks' },
    offer: '$20 off a visit in zone C',
    answer: { accepts: /\$20\.00/ },
  },
  {
    name: 'Rohan Ndiaye',
    says: 'What other plans do you have?',
    handled: {
      reply: 'Fiber 500, 1 Gig and 2 Gig, each with the same gateway.',
      closes: 'perfect, thank you',
    },
    offer: "12 months at today's price",
    answer: { declines: 'might move next year' },
  },
];

const mailOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@example.com`;

for (const { name, says, handled, offer: title, answer } of TEN) {
  test(`${name}: ${title}, ${'accepts' in answer ? 'accepted' : 'refused'}`, async ({ open, say }, info) => {
    const customer = knownCustomer(name, mailOf(name));
    const { conversationId } = await say(customer, says);
    const { page } = await open('rep');
    const desk = new DeskPage(page);
    const account = new AccountCues(page);
    await desk.openById(conversationId);
    await desk.take();

    if (handled !== null) {
      // First the matter; until it is handled nothing is offered.
      await expect(account.offers).toContainText('No offer fits now');
      await desk.reply.fill(handled.reply);
      await desk.reply.press('ControlOrMeta+Enter');
      await expect(desk.turn(handled.reply).getByRole('time')).toBeVisible({ timeout: 15_000 });
      await say(customer, handled.closes);
    }

    const offer = account.offer(title);
    await expect(offer).toBeVisible();
    expect(await account.offers.getByRole('article').count()).toBeLessThanOrEqual(2);
    await offer.getByRole('button', { name: 'Present' }).click();
    await offer.scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath('offered.png') });

    const answers = account.offers.getByRole('list', { name: 'Answers' });
    if ('accepts' in answer) {
      await offer.getByRole('button', { name: 'Accepted' }).click();
      await expect(
        account.panel(`Accepted: ${title}`).getByRole('table', { name: 'What changes' }),
      ).toBeVisible();
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(account.done.first()).toContainText(answer.accepts);
      await expect(account.done.first()).toContainText(/Receipt RCP-/);
      await expect(answers).toContainText(`Accepted ${title}`);
    } else {
      await offer.getByRole('button', { name: 'Declined' }).click();
      await account.panel('Why did they decline?').getByRole('textbox').fill(answer.declines);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(answers).toContainText(answer.declines);
      await expect(account.offer(title)).toHaveCount(0);
    }
    if (handled === null && 'declines' in answer) {
      // One attempt was made. Now they leave, in one step.
      await expect(account.offers.getByRole('article')).toHaveCount(0);
      await account.leaving.getByRole('button', { name: 'Cancel service' }).click();
      await expect(account.panel('Cancel a service')).toContainText('Cancel Fiber 500');
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(account.done.first()).toContainText(/Receipt RCP-/);
    }
    await account.done.first().or(answers).first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath('answered.png') });
  });
}
