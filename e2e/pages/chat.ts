import type { Locator, Page } from '@playwright/test';

/** The customer's side of a chat. */
export class ChatPage {
  readonly messages: Locator;
  readonly box: Locator;
  readonly askForPerson: Locator;

  constructor(readonly page: Page) {
    this.messages = page.getByRole('log', { name: 'Messages' });
    this.box = page.getByRole('textbox', { name: 'Your message' });
    this.askForPerson = page.getByRole('button', { name: 'Talk to a person' });
  }

  async visit(): Promise<void> {
    await this.page.goto('/chat');
    await this.box.waitFor();
  }

  /** Says something; Enter sends it. */
  async say(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
  }

  message(text: string): Locator {
    return this.messages.getByRole('listitem').filter({ hasText: text });
  }
}
