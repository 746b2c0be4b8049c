import type { Evidence } from './evidence';

/** Instructions that hide in what is only to be read: articles, mail, tool output, attachments. */
export const INDIRECT: Evidence[] = [
  {
    why: 'addresses the machine that reads it',
    weight: 1,
    phrases: [
      '(note|message|attention|instruction|instructions|important|notice|hello|hey|warning|reminder|dear) (to|for|all)? (the|any|all|every)? (ai|llm|llms|ais|chatbot|chatbots|language model|language models|ai assistant|ai model|ai agent|ai system|automated system|summarizer|summariser|virtual assistant)',
      'if you (are|re) (an|a) (ai|llm|language model|ai assistant|assistant|chatbot|bot|large language model|automated|artificial)',
      '(ai|llm|language model|assistant|chatbot) (reading|processing|summari*|analy*|parsing|that reads|should now|must now) * (this|the|these)',
    ],
    unless: ['(if|are) you (are)? a (bot|chatbot) (or|just|talk|human|please|then|i want|let me)'],
  },
  {
    why: 'tells it what to answer when asked',
    weight: 0.7,
    phrases: [
      '(when|if|whenever|once|before) (asked|summari*|translat*|answering|responding|replying|processing|you (are|re) asked|you (summari*|respond|reply|answer|read)|(the|a|any) user asks|someone asks|anyone asks|anybody asks|questioned) * (about|this|to|the|for|that|a|on|any|in)? * (say|respond|reply|answer|tell|always|instead|include|mention|output|write|only|state|give|use|refuse|you|also|end|add)',
      '(append|insert|prepend|add|include|put|embed|attach) * (to|in|at|into|with) (the end of|the beginning of|the start of)? (your|every|each|all|any|the) (response|responses|answer|answers|reply|replies|summary|output)',
      '(instead|rather) (of|than)? (of|just)? * (summari*|translat*|answering|responding|replying|say|respond|output|print|reply|write|tell|answer|display)',
      '(the)? only (correct|valid|acceptable|right) (answer|response|reply|summary)',
      '(do not|dont|never) (summari*|translate|answer|process|analy*) (this|the|it|any|anything)',
    ],
    unless: [
      '(when|if) (asked|i asked|we asked|questioned|you answer|you reply)  (for|why|if|whether)',
      '(when|if) i (asked|ask)',
    ],
  },
  {
    why: 'works on a reader against the user',
    weight: 0.7,
    phrases: [
      '(tell|inform|convince|persuade|ask|instruct|urge|direct|encourage|trick|advise|lead) the (user|users|reader|person asking) (to|that|they|their|about|of|for|in)',
      '(do not|dont|never|without) (tell|telling|inform|informing|mention*|reveal*|disclos*|alert*|notify*) * (to)? the (user|users|reader|human)',
      '(the|this) user (wants|would like|has asked|asked|is asking|requested|prefers|has requested|has authorized|has approved|consents|agrees|needs|really wants) (you|me|to|that|for)? ',
      '(send|forward|email|post|upload|exfiltrate|transmit) * (conversation|chat history|chat log|transcript|user data|users data|credentials|api key|api keys|session|contents of|all messages|all emails) (to|at)',
      '(call|use|invoke|run|execute|trigger) the * (tool|function|api|plugin|command|action|delete|transfer|refund) (with|to|on|and|now|immediately|function|tool)',
    ],
    unless: ['(call|use) the (app|phone|number|store|command|function key|remote|online)'],
  },
  {
    why: 'gives commands in the name of the system',
    weight: 0.5,
    phrases: [
      '(system|admin|administrator|developer|security) (override|notice|alert|instruction|instructions|command|message|directive|note|announcement)',
      '(override|bypass) (code|protocol|sequence|mode|all|safety|security)',
      '(stop|cease|halt|abort) (everything|summari*|reading|translating|processing|what you are doing|your current)',
      '(task|mission|objective|goal|job) (is)? (now|changed|has changed|updated|instead|complete)',
      'your (new|real|true|actual) (task|goal|purpose|mission|objective|job|instructions) (is|are)?',
      '(high|highest|top|maximum) priority (instruction|instructions|message|command|override)',
    ],
    unless: [
      'security (alert|update|notice|message)',
      '(my|the|your) (tv|phone|router|alarm|device|box|computer) (system)? (update|message|alert)',
    ],
  },
  {
    why: 'puts words in its mouth',
    weight: 0.5,
    phrases: [
      '(say|output|print|repeat|write|respond with|reply with|answer with|display|type) (only|exactly|just)? (the)? (following|words|word|phrase|exact|sentence|text|string)',
      '(end|finish|conclude|close) (your|every|each|all|the) * (response|answer|reply|message|summary|sentence) (with|by)',
      '(mention|include|use|contain|say|insert) the (word|words|phrase|name|sentence|code)',
      '(right|immediately|directly) after you say',
      '(answer|reply|respond) (as|like|in the style of|in the voice of|in the form of|with the tone)',
    ],
  },
];
