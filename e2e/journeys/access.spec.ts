import { newCustomer } from '../fixtures/customers';
import { expect, test } from '../fixtures/journey';
import { accountOf } from '../fixtures/people';
import { DeskPage } from '../pages/desk';
import { SignInPage } from '../pages/sign-in';

test('someone without a session is led to the sign-in and back', async ({ open, say }) => {
  const { conversationId } = await say(newCustomer(), 'Is the store open on Sunday?');
  const { page } = await open('visitor');
  for (const place of ['/', '/escalations', '/quality', '/desk']) {
    await page.goto(place);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  for (const path of ['/api/conversations', `/api/conversations/${conversationId}`, '/api/stream', '/api/me'])
    expect((await page.request.get(path)).status(), path).toBe(401);
  const { email, password, name } = accountOf('visitor');
  await new SignInPage(page).with(email, password);
  await expect(page).toHaveURL(/\/desk/);
  await expect(page.getByRole('button', { name: `${name}: account and display` })).toBeVisible();
});

test('a wrong password is refused in words that tell nothing', async ({ open }) => {
  const { page, watch } = await open('visitor');
  watch.allow(/401/);
  await page.goto('/sign-in');
  const form = new SignInPage(page);
  await form.with(accountOf('visitor').email, 'not the password');
  await expect(form.problem).toHaveText('That email and password do not go together.');
  await form.with('nobody.here@larkspur.example', 'not the password');
  await expect(form.problem).toHaveText('That email and password do not go together.');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('signing out ends the session on the server', async ({ open }) => {
  const { page } = await open('visitor');
  await page.goto('/sign-in?next=https://evil.example/');
  const { email, password, name } = accountOf('visitor');
  await new SignInPage(page).with(email, password);
  await expect(page).toHaveURL(/\/desk/);
  const cookies = await page.context().cookies();
  expect((await page.request.get('/api/me')).status()).toBe(200);
  await page.getByRole('button', { name: `${name}: account and display` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  // The old cookie is worth nothing any more.
  await page.context().addCookies(cookies);
  expect((await page.request.get('/api/me')).status()).toBe(401);
  await page.goto('/desk');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a rep neither sees the board nor decides on a packet', async ({ open, say }) => {
  const { conversationId } = await say(
    newCustomer(),
    'I have spoken to my attorney and we will sue over the $510 of equipment fees.',
  );
  const { page } = await open('rep');
  const desk = new DeskPage(page);
  await desk.openById(conversationId);
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Escalations' }),
  ).toHaveCount(0);
  await desk.take();
  await desk.packet.getByRole('button', { name: 'Escalate' }).click();
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/escalate'));
  await page.getByRole('dialog', { name: 'Escalate' }).getByRole('button', { name: 'Hand over' }).click();
  const { escalation } = (await (await answered).json()) as { escalation: { id: string } };
  const post = (path: string, data: object) =>
    page.request.post(path, { data, headers: { origin: new URL(page.url()).origin } });
  expect((await post(`/api/escalations/${escalation.id}/accept`, {})).status()).toBe(403);
  expect((await post(`/api/escalations/${escalation.id}/return`, { why: 'because' })).status()).toBe(403);
  expect((await page.request.get('/api/escalations')).status()).toBe(403);
  await page.goto('/escalations');
  await expect(page).toHaveURL(/\/desk/);
  await page.goto('/quality');
  await expect(page).toHaveURL(/\/desk/);
});
