/** Replaces what a running step says about itself. */
export type Detail = (line: string) => void;

export interface Progress {
  /** Runs a step and says when it is done; one that takes longer than two seconds says so meanwhile. */
  step<T>(title: string, work: (detail: Detail) => Promise<T>): Promise<T>;
}

/** As much of a terminal as is needed; tests pass an array's push. */
export interface Screen {
  write(text: string): void;
  isTTY?: boolean;
  columns?: number;
}

const SLOW_MS = 2_000;
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Progress on a terminal, where the running step is one line that is rewritten, or in a log, where it is a line every ten seconds. */
export const progressOn = (screen: Screen): Progress => ({
  step: async (title, work) => {
    const begun = Date.now();
    let said = '';
    const line = () => `… ${title}${said ? `: ${said}` : ''} (${seconds(begun)})`;
    const show = () =>
      screen.write(screen.isTTY ? `\r\x1b[K${line().slice(0, (screen.columns ?? 80) - 1)}` : `${line()}\n`);
    let repeat: NodeJS.Timeout | undefined;
    const slow = setTimeout(() => {
      show();
      repeat = setInterval(show, screen.isTTY ? 500 : 10_000);
    }, SLOW_MS);
    const end = (mark: string) => {
      clearTimeout(slow);
      clearInterval(repeat);
      screen.write(`${screen.isTTY ? '\r\x1b[K' : ''}${mark} ${title} (${seconds(begun)})\n`);
    };
    try {
      const result = await work((detail) => {
        said = detail;
      });
      end('✓');
      return result;
    } catch (thrown) {
      end('✗');
      throw thrown;
    }
  },
});
