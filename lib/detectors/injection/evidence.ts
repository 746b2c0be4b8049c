/** Wordings that point the same way. Weights of different kinds add up; from 1 on a text counts as an attempt to instruct the machine. */
export interface Evidence {
  why: string;
  weight: number;
  /** It sets a scene, as any writer of stories does: such kinds alone are never enough. */
  story?: true;
  phrases: string[];
  /** Innocent wordings; what they touch does not count. */
  unless?: string[];
}

const DROP =
  '(ignore|disregard|forget|forgetting|ignoring|disregarding|override|overwrite|bypass|discard|neglect|abandon|erase|unlearn|skip)';
const EARLIER =
  '(previous|previously|prior|preceding|above|earlier|existing|initial|original|former|foregoing|aforementioned|past|other)';
const ORDERS =
  '(instruction*|prompt|prompts|rules|guideline*|direction|directions|directive*|commands|orders|programming|restrictions|constraints|training)';
const YOURS = '(your|system|developer|developers|openai|openais|safety|ethical|security|content)';

export const OVERRIDE: Evidence[] = [
  {
    why: 'asks to drop earlier instructions',
    weight: 1,
    phrases: [
      `${DROP} * ${EARLIER} (and|or)? * ${ORDERS}`,
      `${DROP} (about)? all (of)? (the|your|these|those|any)? * ${ORDERS}`,
      `${DROP} (everything|all|anything|what) (that)? (you|they|we) (were|was|have|know|knew|had|got|are|ve been)`,
      `${DROP} (everything|anything) (from|that came)? (before|prior|previous|above|earlier)`,
      `${DROP} all (of)? (the|this)? above`,
      `${DROP} (all|any) * (context|messages|conversation|information) (before|above|prior|so far)`,
      `${DROP} (the|everything|all) (above|preceding) (and|then|but)? (just|now|instead)? (say|repeat|give|print|tell|write|answer|output|reveal|show|list|respond|reply|translate|do|follow)`,
      `(pretend|act) * (forgot|forgotten|never had|never received) * ${ORDERS}`,
      `(do not|dont|never|stop) (listen|listening|adhere|pay attention) to (any|all|your|the|previous|prior) * (information|${ORDERS.slice(1, -1)})`,
    ],
    unless: [
      `${DROP} (my|our|his|her) * (message|messages|email|emails|order|orders|request|instruction*|directions|note|text|texts|question|questions|call|calls)`,
      `${DROP} (the|my|our) (previous|last|other|first|prior|earlier) (order|email|message|request|text|note|ticket)`,
    ],
  },
  {
    why: 'asks to drop its rules',
    weight: 0.7,
    phrases: [
      `${DROP} (any|every|each|these|those|the|and|or)? ${YOURS} * ${ORDERS}`,
      `${DROP} (the|any|these|those|every) (rules|guidelines|restrictions|instructions|prompt|directives|constraints)`,
      `(do not|dont|doesnt|does not|never|not|no longer) (have to|need to|required to)? (follow|obey|abide|comply|adhere|respect|bound) * (your|openai|openais|any|previous|the|its|normal|usual) * (policy|policies|ethics|laws|limitations|${ORDERS.slice(1, -1)})`,
      `(free|released|liberated|exempt) from * (rules|guidelines|restrictions|programming|policy|policies|instructions)`,
      `${DROP} (the)? (rest|remainder|text|content|article|document|above|following|question|user|users) * (and|instead)`,
    ],
    unless: [
      `(you|they|yall|people|company|reps|agents|drivers) (just|always|all|simply|clearly|still)? (ignore|ignored|forget|bypass|skip|skipped) * (rules|polic*|guidelines|instructions|directions)`,
    ],
  },
  {
    why: 'gives itself new instructions',
    weight: 0.6,
    phrases: [
      '(new|updated|real|actual|revised|secret|hidden|overriding|priority) (instruction|instructions|directive|directives|system prompt|orders are)',
      '(follow|obey|execute) (these|the following|only these|my) * (instructions|commands|orders|rules)',
      '(must|will|shall|have to|always) (obey|comply with|follow|do) (all|every|any|everything|whatever|my) * (orders|commands|instructions|i say|i ask|i tell you|requests)',
      '(initiate|start|begin|execute) all (orders|commands|instructions)',
      '(this|these) * (your|the) (core|new|main|only|primary) (programming|instructions|directive|rules|prompt)',
    ],
    unless: [
      '(follow|followed|following) (the following|these|your|the) (instructions|steps|directions) (to|for|on|in|from|you|and)',
    ],
  },
];

const SAY =
  '(print|repeat|output|reveal|show|display|list|write|share|recite|dump|leak|expose|disclose|quote|echo|copy|paste|summarise|summarize|translate|return|encode|spell)';
const HIDDEN =
  '(your|previous|prior|above|initial|original|system|hidden|secret|preceding|earlier|internal|full|entire|exact)';
const PROMPT =
  '(instruction|instructions|prompt|prompts|directive|directives|programming|system message|guidelines|configuration|rules you)';

export const REVEAL: Evidence[] = [
  {
    why: 'asks for the hidden instructions',
    weight: 1,
    phrases: [
      `${SAY} * ${HIDDEN} * ${PROMPT}`,
      `(give|tell|send) (me|us) * ${HIDDEN} * ${PROMPT}`,
      `${SAY} (out|me|back)? (the|all|any|all of the) (instructions|prompt|prompts|rules|text|words) (given|above|before|you|verbatim|in|formatted|as|that were)`,
      `(what|which|whats) (are|were|is|was)? * (your|the|my) (initial|original|system|previous|hidden|secret|exact|first|internal) * (instruction*|prompt|prompts|directive*|rules|message)`,
      `what (were|are) (your|the) instructions`,
      `what (were|are) you (instructed|told|programmed|prompted) (to|not|before|by)`,
      `${SAY} * (everything|all|text|words|content|lines|sentences) (above|before this|prior to this|preceding)`,
      `(begin|start) with (you are|the words you are)`,
    ],
    unless: [
      `(instruction*|guidelines|configuration|directions) (for|to|on|about|how|of|from|that came|sheet|manual|booklet)`,
      `${SAY} (me|us)? (your)? * (return|shipping|refund|delivery|warranty|installation|setup|product|pickup|payment) (instructions|guidelines|rules)`,
      '(exact|first|previous|original|initial|full) (error|text|voice|chat|popup)? message',
      '(internal|full|entire|exact) (shipping|return|setup|delivery|router|network|wifi|device) (configuration|instructions)',
    ],
  },
  {
    why: 'speaks of the prompt',
    weight: 0.6,
    phrases: [
      'system prompt|preprompt',
      '(initial|hidden|original|secret|pre) (prompt|prompts)',
      'prompt (above|injection|leak|leaking)',
      'your (prompt|prompts|system message|training data|programming|developers|creators)',
      'insert (your)? prompt|question here',
      'prompt here',
    ],
  },
  {
    why: 'asks for a secret',
    weight: 1,
    phrases: [
      '= (and|so|but|please|hey|hi|hello|ok|now)? (what|whats|tell me|give me|say|reveal) (is|s|was)? (the|your) (password|passphrase|passcode|secret|secret word|secret code|secret key) (please|now|again|then)?',
      '(tell|give|reveal|confirm|share|provide|disclose|say|leak|spell|verify|know|print|output|decode|guess|hint*|find|remember) * (the|a|your|our|that|any|its) * (secret|hidden|confidential|admin|administrator|master|root|classified|forbidden) (word|code|key|password|passphrase|phrase|token|number|message|information|data)',
      '(what|whats) (is|was|are)? (the|your) (secret|hidden|confidential|admin|master|root|forbidden|access) (word|code|key|password|passphrase|phrase|token|number|information)',
      '(what|which) * (told|instructed|asked|ordered|forbidden) (you)? (not to|never to) (reveal|say|tell|share|disclose|discuss|mention)',
      '(confirm|tell|give|share|reveal|verify|provide|disclose) * (password|passwords|passcode|credentials|access code|access codes|api key|api keys) * (for|to|of|in) (our|the|this|your) (system|systems|server|servers|database|network|app|application|vault|admin*)',
      'passwords for (our|the|your) (system|server|database|network) * (confirm|tell|share|give|reveal)',
      '(password|code|key) * (grants|grant|gives|unlocks) access to (our|the|your) (system|systems|database|server|vault)',
    ],
    unless: [
      'victorias secret',
      '(my|a|the) (new|old|temporary|router|wifi|account|online|network)? (password|pin) (for|to) (my|the) * (account|wifi|router|app|email|login)',
    ],
  },
  {
    why: 'asks the desk for its own password',
    weight: 1,
    phrases: [
      '(what|whats|tell|give|share|reveal|confirm|say|send|need|know|spell|provide|disclose|for) * your * (password|passphrase|passcode|credentials|api key|secret key|secret word|secret code)',
      'your (password|passphrase|passcode) (contain|contains|be|start|starts|begin|begins|have|has|include|rhymes)',
    ],
    unless: [
      '(says|said|saying|told|asks|asked|asking|wants|telling|tells|prompt*|page|screen|message|text|email|link|site|website|app|form|caller|guy|scam*) * (your|for|to|me|us) * (password|passcode|credentials)',
      '(never|dont|do not|wont|will not|not|nobody) * (ask|send|share|give|tell|need|provide|reveal|disclose) * your * (password|passcode|credentials)',
      '(change|reset|update|protect|choose|set|check|confirm) your (password|passcode)',
      'your (password|passcode) (policy|policies|reset|requirement*|rules|link|page|email|recovery|change|manager|protected|field|screen|box|system|form)',
    ],
  },
  {
    why: 'asks to decode a hidden text',
    weight: 1,
    phrases: [
      '(decode|decrypt|decipher|unscramble|unencode) * (cipher|base64|rot13|hex|hexadecimal|morse|caesar|binary)',
      '(base64|rot13|hex|morse|caesar cipher|binary) (string|text|message|encoded|code|decoded|decode) * (and|then) * (follow|execute|do|answer|respond|obey|tell)',
    ],
  },
  {
    why: 'asks about a secret it expects',
    weight: 0.6,
    phrases: [
      '(secret|admin|master|root|system) (word|key|code|password|passphrase|phrase|passcode)',
      '(what is|whats|tell me|give me|reveal|share|say|know|spell) (the|your) (password|passcode|passphrase)',
      '(password|passwords|passcode) (for|to|of) (our|the|your|this) (system|server|database|game|vault|model|conversation)',
      '(could|can|would) you confirm (ours|the password|our password)',
      'access (code|codes|key) (for|to) (our|the|your) (system|server|database)',
    ],
  },
  {
    why: 'asks for what it was told to keep',
    weight: 0.6,
    phrases: [
      '(even)? (know|though|although|aware|remember|realize|realise) * you (said|say|told|were told|have been told|were instructed|cant|cannot|are not allowed|arent allowed|are not supposed|shouldnt|should not) * (not|discuss|talk|tell|share|reveal|mention|say|give|allowed)',
      'you (cant|cannot|are not allowed to|are not supposed to|must not|were told not to) (give|reveal|tell|share|disclose|say)',
      '(said|told|instructed|asked) (you)? (not to|never to) (discuss|talk about|reveal|mention|say|answer|share|disclose)',
    ],
    unless: ['(i|we|he|she|they) (was|were|am|are) (told|asked) (not to)?'],
  },
  {
    why: "asks for another customer's data",
    weight: 1,
    phrases: [
      '(translate|tell|give|show|reveal|list|share|what|whats|know|repeat|provide|print|read|find|convert|write|using|letter|letters|rhyme*|where) * (the|that|this|another|other|previous|last|all|every|any) (user|users|customers|clients|patients|employees) * (birth*|favorite|favourite|address|addresses|email|emails|phone|password|passwords|age|medical|history|location|full name|names|data|personal|records|social|ssn|salary|income|card|accounts|details|name|lives|live|lived|is from|was born)',
    ],
    unless: [
      '(user|users) (manual|guide|agreement|account)',
      '(add|create|remove|change|delete|update|new|switch|edit) * (user|users)',
      '(the|my|a|standard|free|premium|pro) user account*',
    ],
  },
];
