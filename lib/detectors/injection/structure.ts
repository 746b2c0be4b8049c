import type { Weighed } from './weigh';

interface Shape {
  why: string;
  weight: number;
  pattern: RegExp;
}

const SHAPES: readonly Shape[] = [
  {
    why: "uses a model's control tokens",
    weight: 1,
    pattern: /<\|[a-z_]{3,20}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>\s{0,3}\[|\bBEGIN_(?:SYSTEM|INSTRUCTIONS)\b/gi,
  },
  {
    why: 'opens a block as the system would',
    weight: 0.7,
    pattern:
      /<\/?(?:system|sys|instructions?|system[_ -]?(?:prompt|mode|message|override|instructions?)|prompt|assistant|user_input|untrusted|context|admin)>|\[(?:system|admin|developer|sys)(?: [a-z]{3,12}){0,3}\]|\{(?:system|admin):|<(?:[a-z]{2,12} )?(?:system|god|developer|admin|debug) mode>/gi,
  },
  {
    why: 'writes as another role',
    weight: 0.6,
    pattern:
      /^[ \t]{0,8}(?:#{1,6} ?|\*{1,2}|[-*>] )?(?:system|system prompt|system message|developer|new instructions?|instructions?|assistant instructions?|ai instructions?)\*{0,2} ?:[ \t]*\S/gim,
  },
  {
    why: 'closes the text it stands in',
    weight: 0.7,
    pattern:
      /(?:[-=#*%~]{3,40}|%%%) ?(?:end|stop|begin|start|close) (?:of )?(?:the )?(?:user|system|document|input|instructions?|prompt|context|text|article|message|data|email|conversation)\b/gi,
  },
  {
    why: 'imitates the output of a tool',
    weight: 1,
    pattern:
      /"role"\s{0,3}:\s{0,3}"(?:system|assistant|tool|developer)"|"(?:tool_calls?|function_call|tool_result|tool_use_id)"\s{0,3}:|<\/?(?:tool_(?:call|result|response|use)|function_(?:call|results?)|antml:[a-z_]{3,20})\b|^(?:observation|action input|tool output|function result)\s?:/gim,
  },
  {
    why: 'holds the slot of a prompt template',
    weight: 0.6,
    pattern:
      /[[{<(](?:your|insert|user|my|the|enter)?[ _]?(?:prompt|question|query|request|instruction|input)s?(?: (?:here|goes here))?[\]}>)]|\$\{?(?:prompt|question|input)\}?|\[(?:insert|put|type|enter|paste) [^\]\n]{2,80}\]|\[(?:topic|keyword|subject|target ?language|scenario|character|persona)\\?\]/gi,
  },
  {
    why: 'ends its text to begin another',
    weight: 1,
    pattern:
      /\bend of (?:the )?(?:text|document|article|e?mail|input|page|transcript|file|message|context)\b[^\p{L}\n]{1,10}\s{0,3}(?:new |now |next |your )?(?:tasks?|instructions?|begin|prompt|system|orders?)\b/giu,
  },
  {
    why: 'names a function to be called',
    weight: 0.5,
    pattern:
      /\b(?:call|execute|run|invoke|trigger) (?:the )?(?:function |tool |api |action )?[a-z]{2,20}(?:_[a-z]{2,20}){1,4}\b/gi,
  },
  {
    why: 'names a new task',
    weight: 0.6,
    pattern:
      /\b(?:new|real|actual|updated|revised) (?:task|instructions?|orders?|goal|objective|prompt) ?:/gi,
  },
  {
    why: 'speaks to the machine in a comment',
    weight: 1,
    pattern:
      /(?:<!--|\/\*|\/\/|#)\s{0,3}(?:@|hey |dear |note to |attention )?(?:ai|assistant|llm|chatbot|gpt|claude|copilot|ai agent|ai assistant|language model)s?\b ?[:,]/gi,
  },
  {
    why: 'hides an instruction from readers',
    weight: 0.5,
    pattern:
      /<!--[^>]{0,200}\b(?:ignore|instruction|assistant|system|must|prompt)\b|(?:display\s?:\s?none|font-size\s?:\s?0|visibility\s?:\s?hidden|color\s?:\s?(?:white|#fff))/gi,
  },
  {
    why: 'labels the answers of two selves',
    weight: 0.5,
    pattern:
      /^[ \t*"“]{0,4}[[(](?:🔒|🔓)?[A-Z][A-Za-z0-9 .-]{1,20}[\])]\s?:|["“”'[(](?:[A-Z]{2,12}|GPT|ChatGPT)[\])]?\s?: ?["“”']/gm,
  },
  {
    why: "asks for a named person's data",
    weight: 0.7,
    pattern:
      /\b(?:tell|give|share|show|reveal|provide|what|translate|send|know|find|list)\b[^.?!\n]{0,40}\b[A-Z][a-z]{2,14}'s (?:current |home |personal |private |full |email |phone |social |birth |credit ){0,2}(?:address|number|birth ?date|birthday|age|date of birth|city|residence|password|salary|security|card|medical|diagnosis|income|email)\b/g,
  },
  {
    why: 'loads the dice with markup',
    weight: 0.3,
    pattern:
      /\[[A-Z][A-Z_ ]{3,30}(?::| ?=)|\b(?:import|def|class|print|eval|exec)\b[ (][^\n]{0,60}(?:prompt|instruction|chatgpt|gpt)/g,
  },
];

/** Shapes that spoof the frame a model reads in, whatever the words. */
export const weighShapes = (text: string): Weighed[] =>
  SHAPES.flatMap(({ why, weight, pattern }) =>
    [...text.matchAll(pattern)].map((match, i) => ({
      start: match.index,
      end: match.index + match[0].length,
      why,
      weight: i === 0 ? weight : 0,
    })),
  );

const DIALOGUE = /(?<![\p{L}\d])(?<who>Q|A|Question|Answer|User|Human|Assistant|AI) ?: /gu;

/** A scripted exchange that stops at a question, for the machine to go on with. */
export const weighDialogue = (text: string): Weighed[] => {
  const turns = [...text.matchAll(DIALOGUE)].map((match) => ({
    asks: /^(?:Q|U|H)/.test(match[0]),
    start: match.index,
  }));
  const asked = turns.filter(({ asks }) => asks).length;
  const last = turns.at(-1);
  if (last === undefined || asked < 2 || asked === turns.length || !last.asks) return [];
  return [
    { start: turns[0]?.start ?? 0, end: text.length, why: 'scripts a dialogue to go on with', weight: 1 },
  ];
};

const FLOOD = 20;
/** So many words beside a flood make something that it could push out of sight; a cry for help has none. */
const BESIDE = 5;

/** The same word over and over, to push what came before out of sight. */
export const weighFlood = (text: string): Weighed[] => {
  const words = [...text.matchAll(/\S+/g)];
  const found: Weighed[] = [];
  let from = 0;
  let flooded = 0;
  words.forEach((match, at) => {
    if (match[0] !== words[from]?.[0]) from = at;
    const run = at - from + 1;
    if (run < FLOOD || !/[\p{L}\p{N}]/u.test(match[0])) return;
    flooded += run === FLOOD ? FLOOD : 1;
    if (run === FLOOD)
      found.push({
        start: words[from]?.index ?? 0,
        end: match.index + match[0].length,
        why: 'repeats one word without end',
        weight: found.length === 0 ? 1 : 0,
      });
  });
  return words.length - flooded >= BESIDE ? found : [];
};

const PARTS =
  /\b(?:part|piece|string|variable|step|var|token)s? ?(?:1|one|a|x)\b ?(?:is|=|:)[^\n]{1,200}\b(?:part|piece|string|variable|step|var|token)s? ?(?:2|two|b|y)\b ?(?:is|=|:)/gi;
const JOINS =
  /\b(?:combine|concatenate|join|merge|append|put together|answer|execute|following parts|parts|\+)/i;

/** An instruction in pieces that the machine is to put together. */
export const weighPieces = (text: string): Weighed[] =>
  JOINS.test(text)
    ? [...text.matchAll(PARTS)].map((match, i) => ({
        start: match.index,
        end: match.index + match[0].length,
        why: 'splits an instruction into pieces',
        weight: i === 0 ? 1 : 0,
      }))
    : [];

/** Orders to a second person: many in a text that is mostly orders read like a prompt, not like a customer. */
export const weighOrders = (text: string): Weighed[] => {
  const orders =
    text.match(
      /\byou (?:must|will|shall|should|have to|are to|are not|cannot|can't|won't|will not|do not|don't|always|never|also|only)\b/gi,
    )?.length ?? 0;
  const weight = orders >= 8 ? 0.6 : orders >= 4 ? 0.35 : 0;
  return weight === 0
    ? []
    : [{ start: 0, end: text.length, why: `gives ${orders} orders to the reader`, weight }];
};
