import type { Evidence } from './evidence';

/**
 * Commands planted in a document for whatever summarises, translates or answers from it. What tells them from the orders of an
 * ordinary guide is whom and what they are about: the reader's own output, the one the reader serves, the document as an authority.
 */
export const PLANTED: Evidence[] = [
  {
    why: 'addresses the machine that reads it',
    weight: 1,
    phrases: [
      '(to|dear|hey|hello|attention|for|calling|notice) (all|any|every|the|each)? <machine> (reading|processing|that|who|which|reviewing|summari*|analy*|screening|parsing|looking|evaluating)',
      '(instruction|instructions|directive|directives|note|notes|message|command|commands|notice|guidance|memo|rule|rules) (for|to) (the|any|all|every|your)? (assistant|assistants|<machine>)',
      '(dear|attention|hey|hello|listen|hi|psst) (the|all|any)? (large)? (language model|language models|llm|llms|ai model|ai assistant|ai agent)',
      '(ai|llm|llms|ais) (reader|readers|reviewer|reviewers|screener|screeners|grader|graders)',
      'if (you are|youre|this is read by|read by|processed by|a) (an|a|any)? <machine>',
      'the (assistant|ai|model|chatbot|llm) (should|must|shall|has to|is to|needs to|is required to|is instructed to) (now|always|only|also|instead|then|never|not|please)? <say>',
      '(assistant|ai|chatbot|llm) (mark|rate|rank|approve|recommend|set|score|reply|respond|answer|ignore|output|print|say|add|send|call) (this|the|that|with|only|all|every)',
    ],
    unless: [
      '(the|our|a|your) (virtual|digital|ai|automated) assistant (will|can|helps|answers|is available)',
    ],
  },
  {
    why: 'puts itself above the question',
    weight: 1,
    phrases: [
      '(ignore|disregard|forget|override|bypass) the (user|users|human) (and|or|s|completely|entirely|for|from|question|request|input|prompt|message|who|if)',
      '(ignore|disregard|forget|skip) the (question|request|query|task|prompt) (above|asked|and follow|and do|and instead|of the user|you were)',
      '(whatever|no matter what|regardless of what|however) the (question|query|request|prompt|user|task) (is|may be|says|asks|asked|wants|was)',
      '(the)? rest of the (request|question|prompt|query|task) (is not|isnt|does not|doesnt|no longer|can be ignored)',
      '(do not|dont|never) answer (the|this|that|any) (question|questions|query|user|users)',
      '(follow|obey|do|execute) (only)? (the|these|those)? (ones|steps|instructions|orders|commands|what|directions) * (in|of|from|inside|within) this <carrier> (instead|and not|only|rather|first)',
      '(do|follow|obey) what this <carrier> (says|tells|orders|asks|demands|instructs)',
      '(follow|obey) (the)? (ones|orders|commands|directions) (in|from|of) this <carrier>',
      '(accept|take|obey|follow) (commands|orders|instructions) from (this|the) <carrier>',
      '(stop|quit|cease) (reading|summari*|translating|processing) * (and)? (reply|answer|say|output|print|write|respond|return)',
    ],
  },
  {
    why: 'dictates what the machine puts out',
    weight: 1,
    phrases: [
      '(end|bottom|top|beginning|start|foot|first line|last line|opening|close) of (your|every|each|all your|the final|any) <output>',
      '(every|each|any|all) <output> (of yours|you give|you write|you produce|to this|to the user|of this|about this|given after|given from|on this|must|should|has to|have to|shall|needs to|need to)',
      '(add|include|append|insert|put|embed|mention|recommend|paste|place|state|say|work|slip|hide) * * (in|to|into|with|within|throughout) (your|every|each|all your|all) (output|outputs|summary|summaries|translation|completion)',
      'in your (output|outputs|summary|summaries|translation|completion) (mention|say|state|recommend|include|claim|add|use|write|always|never|also)',
      '(every|each|any|all) (question|questions|request|prompt|query) (about|on|concerning|regarding) this <carrier> (with|by|must|should|has)',
      '(your|the) <output> (should|must|may|can|will|has to|have to|is to|shall) (only|exclusively|solely|merely|just) (contain|be|say|consist|include|read|state|use)',
      '(in|with|into) (whatever|anything|everything) you (write|say|output|answer|produce|generate|reply)',
      '(respond|reply|answer) (only)? (with|using) (a|one|nothing but|just|only|the)? (single)? (emoji|emojis|emoticon|emoticons|word|letter) (and nothing|only|and no|no matter|regardless|instead)',
      '(paragraph|sentence|line|word|answer) you (produce|write|generate|output|speak|give)',
      '(end|finish|close|conclude|start|begin|open|follow) (every|each|all) (of your|your)? (sentence|sentences|paragraph|paragraphs|line of your|answer|answers|response|responses|reply|replies) (you write|you produce|of yours)? (with|by|in)',
      '(each|every) (line|sentence|word|paragraph) of (your|the) <output>',
      '(before|after) (each|every) (sentence|answer|reply|response|word)',
      '(your|whole|entire) <output> in (capital|capitals|upper|uppercase|all caps|lower|rhyme|verse|reverse|binary|emoji|morse)',
      '(answer|reply|respond|speak|talk|written|write only|be) (only|always|solely)? (in|with) (rhyme|rhymes|verse|verses|haiku*|limerick*|riddles|pirate|emoji|emojis|morse|pig latin|leetspeak|leet|sea shanties|gibberish|old english|shakespearean)',
      '<output> * only words (that|which) (begin|start|end|contain|rhyme)',
      'only words (that|which) (begin|start|end|contain|rhyme) * * (in|for) (the|your) <output>',
      '<output> (must|should|has to|have to|needs to|is to) be (exactly|precisely|at most|no more than|fewer than|less than|under)? (#|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty) (words|word|sentences|lines|characters|letters)',
      'in (french|german|spanish|italian|russian|latin|chinese|japanese|dutch|portuguese|klingon) (whatever|no matter|regardless|even if|instead of)',
    ],
    unless: [
      '(period|full stop|comma|dot|point|question mark)',
      '(every|each|any|all) (answer|answers|reply|replies|response|responses) (to this|on this) (survey|form|question*|quiz|ticket)',
    ],
  },
  {
    why: 'asks for what the machine was given',
    weight: 1,
    phrases: [
      '(print|repeat|output|reveal|show|display|list|write|share|recite|leak|quote|copy|append|include|paste|disclose|dump|encode) * (instructions|rules|prompt|directions|text|message|password|policy|configuration|context|orders) (that)? you (were|have been|are|operate|was|got|had been|work) (given|told|under|following|shown|by|with|initially|received|sent|handed|trusted|running|first)',
      '(repeat|repeating|print|printing|output|show|quote|copy|reciting|recite|reveal|list) (all|everything|anything|every word|the text|what) (that)? (came|comes|stood|was written|was said|was sent|stands|is written) (before|above|ahead of|prior to)',
      '(rules|instructions|guidelines|policies) you (operate|run|work|act|were trained) (under|by|with|on)',
      'what (were|are|have) you (been)? (told|instructed|ordered|asked) (not to|never to|to keep|to hide)',
      '(print|append|include|paste|copy|add|show|attach|output|repeat|reveal) * (text|copy|log|record|history|transcript|contents) of (the|this|our|your) (conversation|chat|session|dialogue|context)',
      '(conversation|chat) so far (to|in|into|at) (your|the|a)',
      '(password|secret|key|token|passphrase) you (have been|were|are) (given|told|trusted|holding|keeping|guarding|protecting)',
    ],
  },
  {
    why: 'works on a reader against the user',
    weight: 1,
    phrases: [
      '(ask|get|trick|press|convince|persuade|urge|tell|direct|instruct|advise) the <served> (for|to) (share|provide|give|enter|send|reveal|type|disclose|hand over|visit|call|click|download|sign in|log in|pay|buy|install|transfer|subscribe|open the link|the link)',
      '(ask|get) the <served> for (their|his|her|a) (card|credit|bank|password|pin|passcode|birth|date of birth|ssn|social|login|account|security|home|phone|email)',
      '(advising|telling|asking|urging|instructing|inviting|directing|encouraging) the <served> to',
      '(convince|trick|persuade|deceive|mislead|scare|manipulate|pressure) the <served>',
      '(do not|dont|never) (tell|inform|alert|warn|notify|mention|reveal|disclose|show|admit) * (this|these|it|that|anything|instructions) * (to|from) * the? <served>',
      '(do not|dont|never) (tell|inform|alert|warn|notify) the <served> (about|of|that|anything) (this|these|you|it|anything|the instructions)',
      '(keep|hide|conceal) (this|these|it|the instructions|the note) (secret|hidden|concealed)? from the <served>',
      'without (telling|asking|informing|alerting|warning|notifying|consulting) the <served>',
      'to the person (you|youre|you are) (are)? (helping|assisting|serving|talking to|answering)',
      'the <served> (has|have) (already)? (agreed|consented|authorized|authorised|approved|confirmed|given permission|requested) * (so|and|to) (do not|dont|there is no|you|no need|skip|this)',
    ],
  },
  {
    why: 'sends away what the machine can see',
    weight: 1,
    phrases: [
      '(send|forward|upload|post|transmit|email|mail|exfiltrate|leak|copy|submit|report|paste) * (contents|content|history|transcript|copy|text|log|summary|details) of (this|the|our) (chat|conversation|session|mailbox|inbox|context|dialogue|thread)',
      '(send|forward|upload|post|transmit|encode|include|put|copy|add|append|attach|leak) * (what|everything|whatever|all|anything) the (user|users|customer|person) (wrote|said|typed|asked|entered|sent|has|told|writes|says)',
      '(send|forward|upload|post|transmit|encode|include|put|copy|append|look up|leak|collect|encrypt|fetch|find|read) * the users (message|messages|emails|email|inbox|files|address|card|password|data|details|contacts|name|location|question|query|history|documents|calendar|phone|request|input)',
      '(use|using|with|through|via|invoke) your (own)? * (tool|tools|function|functions|plugin|plugins|browser|connector|capability) (to|and|for|with)',
      '(request|call|get|post|visit|fetch|link|url) * (followed by|containing|with|including|plus) (what|everything|whatever|all|the) (the)? (users|user|conversation|chat|history)',
      '(send|forward|mail|email|upload|post) the (customer|client|user|contact|employee|member) (list|database|records|table|file) (to|at)',
      '(forward|send) * (emails|messages|mails) (of|from|in) (this|the|their) (mailbox|inbox|account|thread) to',
    ],
    unless: ['use your (remote|power|garden|cutting|multi) (tool|tools)'],
  },
  {
    why: 'times a command to its being read',
    weight: 0.5,
    phrases: [
      '(once|after|when|if|as soon as|upon|now that) (you)? (have|ve|are|re)? (read|reading|seen|seeing|processed|processing|parsed|summari*) (this|that)',
      'for (the)? (automated|machine) (reading|readers|processing)',
      '(so|then)? (do not|dont|no need to|without) (ask|asking|wait|waiting) (for|the user) * (confirmation|permission|approval|consent|confirm)',
    ],
  },
  {
    why: 'calls a function by its name',
    weight: 0.6,
    phrases: [
      '(call|invoke|trigger|execute|run) (the)? (function|tool|api|plugin|action|endpoint) * (with|using|passing|for|on)',
    ],
  },
  {
    why: 'speaks with borrowed authority',
    weight: 1,
    phrases: [
      '(earlier|previous|prior|preceding|above|original|former|initial) (directions|instructions|instruction|orders|rules|prompt|prompts|commands|directives|guidelines|system prompt) (are|is|were|was|have been|has been) (now|all|only|just)? (a test|void|canceled|cancelled|obsolete|superseded|revoked|over|outdated|null|invalid|wrong|replaced|lifted|deleted|a mistake)',
      '(policy|policies|rules|guidelines|instructions|directions) above (no longer|do not|does not|dont|doesnt|are void|is void)',
      'your (real|true|actual|new|only|updated|current) (goal|task|purpose|mission|objective|job|instruction|instructions|role) (is|are)',
      'your (task|goal|mission|objective|instructions|role|purpose) (has|have|is|are) (now)? (changed|been changed|been updated|been replaced|updated|different)',
      '(from|by) your (developers|creators|makers|programmers|trainers|developer)',
      '(i|we) (hereby)? (authorize|authorise|permit|allow|order|instruct|command) you to (skip|ignore|bypass|discuss|reveal|share|disregard|drop|override|break|forget|say|execute)',
      'you (may|can|are allowed to|are free to|are permitted to) now (discuss|say|reveal|answer|share|do|talk|speak|write|ignore|tell)',
      '(safety|security|content|moderation|policy) (checks|check|filters|filter|rules|restrictions|guardrails|limits) (are|is|have been|has been) (now)? (off|disabled|lifted|suspended|removed|switched off|turned off|deactivated)',
      '(admin|administrator|developer|system|root|operator) override',
      'forget (that)? you (are|re|were) (an|a|the) (assistant|ai|chatbot|bot|model|language model|machine|program)',
      '(act|behave|respond|reply|function|operate) (as|like) (a|an|my|if you were a) (linux|unix|windows|python|javascript|sql|bash|ssh|virtual|dos|ubuntu)? (terminal|console|shell|interpreter|command line|command prompt|compiler|virtual machine|repl)',
    ],
    unless: [
      '(manual|hand|emergency|thermostat|temporary) (system)? override',
      'earlier (orders|order) (was|were|is|are|has been|have been) (canceled|cancelled|replaced|wrong|a mistake)',
      '(previous|prior|original|former|initial) (orders|order)',
    ],
  },
  {
    why: 'asks for a verdict in its favour',
    weight: 0.4,
    phrases: [
      '(rate|rank|score|grade|recommend|approve|accept|select|choose|give) (this|the|my|our) (candidate|applicant|paper|supplier|application|proposal|essay|product|review|book|submission|vendor|resume|bid|manuscript|work)',
      '(best match|top score|highest score|full marks|perfect score|strong hire|positive review)',
    ],
  },
  {
    why: 'gives the machine a voice',
    weight: 0.6,
    phrases: [
      'and (you)? (only|always|must)? (speak|talk|bark|meow|rhyme|sing|curse|answer|reply|respond) (only|always|before|after|like)',
      '(speak|talk|sound|respond|reply|answer|write) (like|as|as if you were|as though you were) (a|an) (pirate|toddler|child|knight|robot|cat|dog|king|villain|wizard|monk|cowboy|ghost|butler|drunk|poet|rapper|baby|gangster|professor)',
      '(in|for) (all|every|any) (further|future|later|following|subsequent|coming) (replies|answers|responses|messages|turns)',
      '(remainder|rest) of (this|the|our) (conversation|chat|session|dialogue)',
    ],
  },
];
