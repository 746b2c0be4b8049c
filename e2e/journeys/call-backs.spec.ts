import { expect, test } from '../fixtures/journey';
import { accountOf } from '../fixtures/people';

test('a lead sees where customers may leave, rings the first of the list and notes it', async ({ open }) => {
  const { page } = await open('lead');
  await page.goto('/desk');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Retention' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();

  const areas = page.getByRole('region', { name: 'Cancel risk by area' });
  await expect(areas.getByRole('row')).toHaveCount(7);
  await expect(areas.getByRole('row', { name: /Fenwick/ })).toContainText('%');

  const list = page.getByRole('region', { name: 'Call back', exact: true });
  const first = list.getByRole('article').first();
  await expect(first.getByRole('list', { name: 'Reasons' }).getByRole('listitem').first()).toContainText(
    /May leave:|Stays:/,
  );
  const name = (await first.getByRole('heading').textContent()) ?? '';
  await first.getByRole('button', { name: 'Reached' }).click();

  // Who was rung stands last from now on, with who rang.
  const rung = list.getByRole('article', { name: `Call back ${name}` });
  await expect(rung).toContainText(`Reached · ${accountOf('lead').name}`);
  await expect(rung.getByRole('button', { name: 'Reached' })).toHaveCount(0);
  await expect(list.getByRole('article').first().getByRole('heading')).not.toHaveText(name);
});

test('the page is not for reps', async ({ open }) => {
  const { page } = await open('rep');
  await page.goto('/retention');
  await expect(page).toHaveURL(/\/desk/);
  await expect(page.getByRole('link', { name: 'Retention' })).toHaveCount(0);
});
