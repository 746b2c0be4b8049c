import type { Evidence } from './evidence';

/** Wordings of those who write prompts, as against those who write to a company. */
export const CRAFT: Evidence[] = [
  {
    why: 'orders how to behave from here on',
    weight: 0.6,
    phrases: [
      'from (now|here|this point|this moment) (on|onward|onwards|forward) (you)? (only|always|must|will|should|shall|are to)? (interpret|respond|answer|refer to me|speak|talk|act|reply|behave|address me|pretend|write|give responses)',
      '(respond|reply|answer|speak|talk|act|behave|refer to me|address me|call me|answer me) * * from (now|here|this point) (on|onward|onwards|forward)',
      '(make|keep) (every|each|all) (of)? (your)? (reply|replies|response|responses|answer|answers)',
      '(my|the) (messages|message|inputs|texts|words) (will be|are|is) (the|your)? (commands|prompts|prompt|command)',
      '(output|respond|reply|act|behave|react) (exactly)? like (the|a|an) (command|terminal|shell|program|machine|console|system|character|compiler)',
      'you (will|shall|must|should) (only)? (respond|output|reply|answer) (with|in|as|like|to)',
    ],
    unless: [
      '(answer|reply|respond|write|talk|speak) (to|with)? (my|our|the|me) (calls|call|emails|email|messages|texts|husband|wife|lawyer|by|in|via|through|only)',
      '(call|reach|address) me (at|on|by|before|after|back|mr|mrs|ms)',
    ],
  },
  {
    why: 'speaks of breaking out of the rules',
    weight: 0.5,
    phrases: [
      'jailbreak|jailbreaks|jailbroken|jailbreaking',
      '(prompt|model) (hacking|engineering|engineer|exploit)',
    ],
    unless: [
      '(jailbreak|jailbroken) (my|the|an|this|iphone|ipad|android|firestick|fire|phone|device|tablet|tv|stick)',
      '(phone|iphone|ipad|tablet|device|stick|tv) (is|was|been|got)? jailbroken',
    ],
  },
  {
    why: 'is written as a prompt',
    weight: 0.4,
    phrases: [
      '(await|awaiting|wait for|waiting for) (my|user|users|further|the users)? (input|commands|instructions|prompt)',
      'limit (your)? (the scope of)? (your|the)? (output|outputs|response|responses|answer|answers|scope) (to|of)',
      'i (will|am going to|shall) (provide|ask|give|present) you (with)? (a|an|the|some|my|questions)',
      '(ask|tell) me (to|for) (provide|input|my first)',
      'you will (serve|narrate|generate|function|operate|be playing|begin by|start by)',
      '(in|using|mimic|mimicking) the (skillful|exact|writing|speaking)? (style|voice|manner) of',
      '(less|fewer|more) than # (words|tokens|characters)',
      '(dungeon|game) master',
      '(ignore|follow) (the|this) (prompt|prompts)',
      '(output|generate|produce|create) (a|an|one|two|three|five|ten|#|multiple|several) * (response|responses|outputs|completions|iterations)',
    ],
    unless: [
      'i (will|am going to) (give|provide) you (a|an|the|my|some) (call|chance|account|number|week|day|order|review|star|rating|bad|list|copy)',
    ],
  },
  {
    why: 'offers the machine a bribe',
    weight: 1,
    phrases: [
      '(donate|tip|bribe|reward) * * if you (write|explain|answer|reveal|tell|say|describe|generate|give me the|do)',
      '(ill|i will|i would|id|im going to|i am going to) (tip|bribe) you',
    ],
    unless: ['tip you (off|about)', '(tip|reward) (the|your|that) (driver|technician|courier|installer)'],
  },
];
