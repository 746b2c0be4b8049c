export type ShortcutGroup = 'Everywhere' | 'Queue' | 'Conversation' | 'Cues';

interface Definition {
  /** As react-hotkeys-hook reads it; several with a comma. */
  keys: string;
  label: string;
  group: ShortcutGroup;
  /** Works while typing too. Single keys never do. */
  typing?: true;
  /** Bound by a panel, for as long as the focus is in it; elsewhere the key may mean something else. */
  inside?: true;
}

/** Every shortcut: the keys that are bound, the list under `?` and the command menu all come from here. */
export const SHORTCUTS = {
  menu: { keys: 'mod+k', label: 'Search and commands', group: 'Everywhere', typing: true },
  help: { keys: 'shift+?', label: 'Keyboard shortcuts', group: 'Everywhere' },
  next: { keys: 'j', label: 'Next conversation', group: 'Queue' },
  previous: { keys: 'k', label: 'Previous conversation', group: 'Queue' },
  open: { keys: 'enter', label: 'Open the selected conversation', group: 'Queue' },
  reply: { keys: 'r', label: 'Reply', group: 'Conversation' },
  note: { keys: 'n', label: 'Internal note', group: 'Conversation' },
  macro: { keys: '/', label: 'Insert a macro', group: 'Conversation' },
  send: { keys: 'mod+enter', label: 'Send', group: 'Conversation', typing: true },
  sendAndEnd: {
    keys: 'mod+shift+enter',
    label: 'Send and end the contact',
    group: 'Conversation',
    typing: true,
  },
  undo: { keys: 'u', label: 'Undo send', group: 'Conversation' },
  account: { keys: 'v', label: 'View the account', group: 'Conversation' },
  take: { keys: 't', label: 'Take over', group: 'Conversation' },
  wrapUp: { keys: 'w', label: 'End and wrap up', group: 'Conversation' },
  insert: { keys: 'i', label: 'Insert the suggested reply', group: 'Cues' },
  complete: { keys: 'tab', label: 'Accept the inline completion', group: 'Cues', typing: true },
  dismiss: { keys: 'd', label: 'Dismiss the suggestion', group: 'Cues' },
  correct: { keys: 'c', label: 'Correct the focused cue', group: 'Cues' },
  tick: { keys: '1,2,3,4,5', label: 'Tick a step', group: 'Cues' },
  actions: { keys: 'a', label: 'Go to the actions', group: 'Cues' },
  approve: {
    keys: 'mod+enter',
    label: 'Approve what is reviewed',
    group: 'Cues',
    typing: true,
    inside: true,
  },
  offers: { keys: 'o', label: 'Go to the offers', group: 'Cues' },
  escalate: { keys: 'e', label: 'Escalate', group: 'Cues' },
  handoff: { keys: 'h', label: 'Go to the handoff packet', group: 'Cues' },
} as const satisfies Record<string, Definition>;

export type ShortcutId = keyof typeof SHORTCUTS;

export const definitionOf = (id: ShortcutId): Definition => SHORTCUTS[id];

/** The keys as they are shown: the first of several, without the shift that only makes the character. */
export const shownKeys = (id: ShortcutId): string => {
  const { keys } = definitionOf(id);
  if (id === 'help') return '?';
  return id === 'tick' ? '1–5' : keys;
};

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];
