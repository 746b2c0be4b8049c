/** Work that emits from several branches, as one generator in the order of emission; it throws what the work throws, after what was emitted. */
export async function* mergeEvents<Event>(
  work: (emit: (event: Event) => void) => Promise<void>,
): AsyncGenerator<Event> {
  const ready: Event[] = [];
  let wake = () => {};
  const end: { outcome: 'working' | 'done' | 'failed'; thrown: unknown } = {
    outcome: 'working',
    thrown: undefined,
  };
  const settle = (outcome: 'done' | 'failed', thrown?: unknown) => {
    Object.assign(end, { outcome, thrown });
    wake();
  };
  work((event) => {
    ready.push(event);
    wake();
  }).then(
    () => settle('done'),
    (thrown: unknown) => settle('failed', thrown),
  );
  for (;;) {
    const event = ready.shift();
    if (event !== undefined) {
      yield event;
      continue;
    }
    if (end.outcome === 'failed') throw end.thrown;
    if (end.outcome === 'done') return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
