import type { RecordedAction } from '../domain/action';
import type { Turn } from '../domain/conversation';
import type { Account } from '../domain/customer';
import type { SentSuggestion } from '../domain/handoff';
import type { Incident } from '../domain/incident';
import { ACCOUNT, type Json, toAccount } from './accounts';
import { CONVERSATION, type ConversationRow, type FoundConversation, toFound } from './conversations';
import type { Override } from './corrections';
import type { Db } from './handle';
import { SENT_SUGGESTIONS } from './sent-suggestions';

/** Everything a run reads before its first step. */
export interface RunInput {
  found: FoundConversation;
  /** The newest, oldest first. */
  turns: Turn[];
  account: Account;
  /** Open outages and known issues. */
  incidents: Incident[];
  /** What people overrode, oldest first. */
  overrides: RecordedOverride[];
  /** Suggested answers that were sent, oldest first. */
  sent: SentSuggestion[];
  /** Actions that ran and stand, oldest first. */
  actions: RecordedAction[];
}

/** What a person overrode, and when. */
interface RecordedOverride {
  body: Override;
  at: string;
}

/** Times in its JSON are as PostgreSQL writes them. */
interface Row extends ConversationRow {
  account: Json;
  turns: Turn[];
  incidents: Incident[];
  overrides: RecordedOverride[];
  sent: SentSuggestion[];
  actions: RecordedAction[];
}

const iso = (at: string): string => new Date(at).toISOString();

/** One statement, because every run of every worker begins with it. Null when the conversation is gone. */
export const loadRunInput = async (
  db: Db,
  conversationId: string,
  { newestTurns, now }: { newestTurns: number; now: Date },
): Promise<RunInput | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${CONVERSATION}, ${ACCOUNT} AS account,
      (SELECT coalesce(jsonb_agg(t.value ORDER BY t.seq), '[]') FROM (
        SELECT t.seq, jsonb_build_object('id', t.id, 'conversationId', t.conversation_id, 'seq', t.seq, 'role', t.role, 'kind', t.kind,
          'text', t.text, 'authorId', t.author_id, 'authorName', t.author_name, 'at', t.at) AS value
        FROM turn t WHERE t.conversation_id = c.id ORDER BY t.seq DESC LIMIT ${newestTurns}) t) AS turns,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'area', n.area, 'affects', n.affects, 'devices', n.devices,
        'title', n.title, 'cause', n.cause, 'workaround', n.workaround, 'startedAt', n.started_at, 'restoreAt', n.restore_at)
        ORDER BY n.started_at DESC), '[]') FROM incident n WHERE n.resolved_at IS NULL OR n.resolved_at > ${now}) AS incidents,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('body', o.body, 'at', o.at) ORDER BY o.at), '[]') FROM correction o
        WHERE o.conversation_id = c.id AND o.kind = 'override') AS overrides,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('tool', a.tool, 'receipt', r.number) ORDER BY r.at), '[]') FROM action a
        JOIN receipt r ON r.action_id = a.id WHERE a.conversation_id = c.id AND a.state = 'done' AND a.reverses_id IS NULL) AS actions,
      ${SENT_SUGGESTIONS} AS sent
    FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE c.id = ${conversationId}`;
  if (!row) return null;
  return {
    found: toFound(row),
    account: toAccount(row.account),
    turns: row.turns.map((turn) => ({ ...turn, at: iso(turn.at) })),
    incidents: row.incidents.map((incident) => ({
      ...incident,
      startedAt: iso(incident.startedAt),
      restoreAt: incident.restoreAt && iso(incident.restoreAt),
    })),
    overrides: row.overrides.map(({ body, at }) => ({ body, at: iso(at) })),
    sent: row.sent,
    actions: row.actions,
  };
};
