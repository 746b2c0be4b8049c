// As react-hotkeys-hook tells it: what `mod` means depends on the machine.
const isMac =
  typeof navigator !== 'undefined' &&
  /mac/i.test(navigator.userAgent) &&
  !/iphone|ipad|ipod/i.test(navigator.userAgent);

const NAMES: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: '⇧',
  enter: '↵',
  escape: 'Esc',
  tab: 'Tab',
};

/** One key or a combination, as `mod+enter`. */
export const Kbd = ({ keys }: { keys: string }) => (
  <span className="inline-flex items-center gap-0.5" aria-hidden="true">
    {keys.split('+').map((key) => (
      <kbd
        key={key}
        className="inline-flex h-4 min-w-4 items-center justify-center rounded border border-edge/40 bg-sunken px-1 font-sans text-2xs text-muted leading-none"
      >
        {NAMES[key] ?? key.toUpperCase()}
      </kbd>
    ))}
  </span>
);
