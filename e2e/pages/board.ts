import type { Locator, Page } from '@playwright/test';

type Column = 'Waiting' | 'Accepted' | 'Returned' | 'Done';

/** The leads' board of escalations. */
export class BoardPage {
  constructor(readonly page: Page) {}

  async visit(): Promise<void> {
    await this.page.goto('/escalations');
    await this.page.getByRole('heading', { level: 1, name: 'Escalations' }).waitFor();
  }

  packet(column: Column, customerName: string): Locator {
    return this.page
      .getByRole('region', { name: column, exact: true })
      .getByRole('article', { name: `Packet of ${customerName}` });
  }
}
