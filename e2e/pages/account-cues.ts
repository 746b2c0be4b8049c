import { expect, type Locator, type Page } from '@playwright/test';

/** What can be done to an account and what may be offered, in the column of cues. */
export class AccountCues {
  readonly actions: Locator;
  readonly done: Locator;
  readonly risk: Locator;
  readonly offers: Locator;
  readonly leaving: Locator;

  constructor(readonly page: Page) {
    const cues = page.getByRole('region', { name: 'Cues', exact: true });
    this.actions = cues.getByRole('region', { name: 'Actions', exact: true });
    this.done = this.actions.getByRole('list', { name: 'Asked for and done' }).locator('> li');
    this.risk = cues.getByRole('region', { name: 'Customer risk', exact: true });
    this.offers = cues.getByRole('region', { name: 'Offers', exact: true });
    this.leaving = cues.getByRole('region', { name: 'Wants to leave' });
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** Finds a tool by its name, as someone who types does, and opens it. */
  async pick(title: string): Promise<Locator> {
    const search = this.actions.getByRole('textbox', { name: 'Search actions and look-ups' });
    if (!(await search.isVisible())) await this.actions.getByText('All actions').click();
    await search.fill(title);
    await search.press('Enter');
    await expect(this.panel(title)).toBeVisible();
    return this.panel(title);
  }

  /** A credit filled in and looked at, up to its approval. */
  async credit(dollars: string): Promise<Locator> {
    const panel = await this.pick('Apply a credit');
    await panel.getByRole('textbox', { name: 'Amount a month' }).fill(dollars);
    await panel.getByRole('textbox', { name: 'Reason', exact: true }).fill('For the trouble');
    await expect(panel).toContainText(`Take $${dollars} off the next bill`);
    return panel;
  }

  offer(title: string): Locator {
    return this.offers.getByRole('article', { name: title });
  }
}
