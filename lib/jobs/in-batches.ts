/** Does for many at once what comes while the one before is under way; each caller hears how its own batch went. */
export const inBatches = <Item>(
  act: (items: Item[]) => Promise<unknown>,
): ((item: Item) => Promise<void>) => {
  let waiting: Item[] = [];
  let next: Promise<void> | null = null;
  let current: Promise<unknown> = Promise.resolve();

  return (item) => {
    waiting.push(item);
    next ??= current.then(async () => {
      const items = waiting;
      waiting = [];
      next = null;
      const acting = act(items);
      current = acting.catch(() => undefined);
      await acting;
    });
    return next;
  };
};
