import { expect, type Locator, type Page } from '@playwright/test';

const VIEWS = { mine: 'Mine', waiting: 'Waiting', open: 'Open', closed: 'Closed' } as const;
type View = keyof typeof VIEWS;

/** The three columns of the desk, by what people call their parts. */
export class DeskPage {
  readonly queue: Locator;
  readonly cues: Locator;
  readonly timeline: Locator;
  readonly reply: Locator;
  readonly note: Locator;
  readonly situation: Locator;
  readonly steps: Locator;
  readonly suggestion: Locator;
  readonly packet: Locator;
  readonly wrapUp: Locator;
  readonly end: Locator;

  constructor(readonly page: Page) {
    this.queue = page.getByRole('region', { name: 'Queue' });
    this.cues = page.getByRole('region', { name: 'Cues' });
    this.timeline = page.getByRole('log', { name: 'Conversation' });
    this.reply = page.getByRole('textbox', { name: 'Reply to the customer' });
    this.note = page.getByRole('textbox', { name: 'Internal note' });
    this.situation = this.cues.getByRole('region', { name: 'Situation' });
    this.steps = this.cues.getByRole('region', { name: 'Next steps' });
    this.suggestion = this.cues.getByRole('region', {
      name: /^(Suggested reply|Ask the customer|Reply before the handover)$/,
    });
    this.packet = this.cues.getByRole('region', { name: 'Handoff packet' });
    this.wrapUp = page.getByRole('form', { name: 'Wrap-up' });
    this.end = page.getByRole('button', { name: 'End', exact: true });
  }

  async visit(view: View = 'waiting'): Promise<void> {
    await this.page.goto(`/desk?view=${view}`);
    await expect(this.view(view)).toHaveAttribute('aria-pressed', 'true');
  }

  /** The button of a view of the queue. */
  view(view: View): Locator {
    return this.queue.getByRole('group', { name: 'View' }).getByRole('button', { name: VIEWS[view] });
  }

  /** Opens a conversation by its address. */
  async openById(conversationId: string, place: '/desk' | '/quality' = '/desk'): Promise<void> {
    await this.page.goto(`${place}?view=waiting&c=${conversationId}`);
    await expect(this.timeline).toBeVisible();
  }

  row(conversationId: string): Locator {
    return this.queue.locator(`[data-row="${conversationId}"]`);
  }

  /** The row of whoever has this name. */
  rowOf(name: string): Locator {
    return this.queue.locator('[data-row]').filter({ hasText: name });
  }

  /** Scrolls the queue until a row is drawn: only what is in view is. */
  async scrollTo(row: Locator): Promise<Locator> {
    const scroller = this.queue.getByRole('list').locator('..');
    await expect(async () => {
      await scroller.evaluate((element) => element.scrollTo(0, 0));
      for (let screen = 0; screen < 40 && (await row.count()) === 0; screen++) {
        await scroller.evaluate((element) => element.scrollBy(0, element.clientHeight));
        await this.page.waitForTimeout(50);
      }
      await expect(row).toBeAttached({ timeout: 100 });
    }).toPass();
    return row;
  }

  turn(text: string): Locator {
    return this.timeline.getByRole('listitem').filter({ hasText: text });
  }

  source(n: number): Locator {
    return this.suggestion
      .getByRole('list', { name: 'Sources' })
      .getByRole('listitem')
      .nth(n - 1);
  }

  /** Walks the queue with `j` until the conversation has the focus. It must be there first: a list someone moves in holds still. */
  async walkTo(conversationId: string): Promise<void> {
    await this.scrollTo(this.row(conversationId));
    for (let step = 0; step < 200; step++) {
      await this.page.keyboard.press('j');
      const focused = this.queue.locator('[data-row]:focus');
      await expect(focused).toHaveCount(1);
      if ((await focused.getAttribute('data-row')) === conversationId) return;
    }
    throw new Error(`j never reached ${conversationId}`);
  }

  /** Takes the open conversation over and waits until it is ours. */
  async take(): Promise<void> {
    await this.page.getByRole('button', { name: 'Take over' }).click();
    await expect(this.reply).toBeVisible();
  }

  /** Sends words at once: the moment to undo passes. */
  async send(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('ControlOrMeta+Enter');
    await expect(this.turn(text).getByRole('time')).toBeVisible();
  }
}
