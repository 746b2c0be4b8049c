'use client';
import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { cuesQuery } from '@/lib/client/conversations';
import { wordingQuery } from '@/lib/client/cue-actions';
import type { Draft } from '@/lib/client/draft-keeper';
import { insertBetween } from '@/lib/client/macros';
import { applyRepair, standing } from '@/lib/client/repairs';
import { inlineRest, liveSuggestion } from '@/lib/client/suggestion';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';
import { InternalNotice } from './composer-notices';
import { GrowingBox } from './growing-box';
import { GuardHints } from './guard-hints';
import { MacroList, macroOptionId } from './macro-list';
import { useDebounced } from './use-debounced';
import { useMacros } from './use-macros';

interface ReplyBoxProps {
  conversationId: string;
  draft: Draft;
  change: (draft: Draft) => void;
  onTyping: () => void;
  onSend: (draft: Draft, thenEnd: boolean) => void;
  box: React.RefObject<HTMLTextAreaElement | null>;
}

/** Where the reply is written, with what the guardrails say about it below. */
export const ReplyBox = ({ conversationId, draft, change, onTyping, onSend, box }: ReplyBoxProps) => {
  const listId = useId();
  const { data: cues } = useQuery(cuesQuery(conversationId));
  const suggestion = liveSuggestion(cues?.cues ?? []);
  const rest = suggestion === null ? '' : inlineRest(draft.text, suggestion.text);
  const { data: wording } = useQuery(wordingQuery(conversationId, useDebounced(draft.text, 150)));
  const findings = draft.text.trim() === '' ? [] : standing(draft.text, wording?.findings ?? []);
  const blocked = findings.some((finding) => finding.severity === 'block');

  const setAt = (text: string, cursor: number, cueId = draft.cueId): void => {
    change({ text, cueId });
    requestAnimationFrame(() => box.current?.setSelectionRange(cursor, cursor));
  };
  const macros = useMacros((macro, at) => {
    const edited = insertBetween(draft.text, at.start, at.start + at.query.length + 1, macro.text);
    setAt(edited.text, edited.cursor);
  });
  const send = (thenEnd: boolean): void => {
    if (draft.text.trim() !== '' && !blocked) onSend(draft, thenEnd);
  };
  useShortcut('send', () => send(false));
  useShortcut('sendAndEnd', () => send(true));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (macros.onKeyDown(event)) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Tab' || event.shiftKey || rest === '' || suggestion === null) return;
    event.preventDefault();
    setAt(draft.text + rest, draft.text.length + rest.length, suggestion.cueId);
  };

  return (
    <div className="relative">
      {macros.macros.length > 0 ? (
        <MacroList id={listId} macros={macros.macros} active={macros.active} onPick={macros.pick} />
      ) : null}
      <GrowingBox
        ref={box}
        value={draft.text}
        rest={rest}
        maxLength={MESSAGE_LIMIT}
        placeholder="Reply to the customer. / inserts a macro."
        aria-label="Reply to the customer"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={macros.macros.length > 0 ? listId : undefined}
        aria-activedescendant={macros.macros.length > 0 ? macroOptionId(listId, macros.active) : undefined}
        aria-invalid={blocked ? true : undefined}
        onChange={({ target }) => {
          change({ text: target.value, cueId: draft.cueId });
          macros.look(target.value, target.selectionStart);
          onTyping();
        }}
        onSelect={({ currentTarget }) => {
          if (macros.macros.length > 0) macros.look(currentTarget.value, currentTarget.selectionStart);
        }}
        onBlur={macros.close}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-col gap-1 px-3 pb-2">
        <InternalNotice
          internal={draft.cueId !== null && draft.cueId === suggestion?.cueId && suggestion.internal}
        />
        <div role="status">
          <GuardHints
            findings={findings}
            onRepair={(finding) => {
              change({ text: applyRepair(draft.text, finding), cueId: draft.cueId });
              box.current?.focus();
            }}
          />
        </div>
        <div className="flex h-8 items-center gap-2">
          <span className="text-faint text-xs">{rest === '' ? null : 'Tab accepts the rest'}</span>
          <Button
            look="primary"
            className="ml-auto"
            disabled={draft.text.trim() === '' || blocked}
            onClick={() => send(false)}
          >
            <Send aria-hidden="true" /> Send <Kbd keys="mod+enter" />
          </Button>
        </div>
      </div>
    </div>
  );
};
