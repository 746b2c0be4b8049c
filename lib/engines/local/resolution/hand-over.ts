import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { hasFlag } from '@/lib/domain/triage';
import { wordingFor, writtenIn } from '../wording/for-language';
import { acknowledgement } from './acknowledge';
import type { Part } from './compose';
import { asksNow, newLines, repLines, wasHandedOver } from './dialogue';
import { newsOfIncident } from './incident-told';
import { replyOf } from './opinion';
import { pickPassages, SURE } from './pick-passages';

const SENT_OUT =
  /\b(?:out of (?:the|your) (?:house|home|building)|(?:leave|get|go) (?:the house|out|outside)|everyone out|to safety|salgan?|fuera de la casa)\b/iu;
const IS_OUT =
  /\b(?:(?:we|i|everyone|everybody)(?:['’](?:re|m|s)| are| am| is)(?: all| both)? (?:out|outside|safe|across)|got (?:everyone |everybody |them )?out|already (?:out|outside)|(?:ya )?(?:estamos|estoy|salimos) (?:a)?fuera|ya salimos)\b/iu;

const SENT_TO_STAY = /\bstay (?:out|over|away|there|put)|\bgoes back in\b|\bqu[eé]den?se afuera\b/iu;

/** A threat against people or premises of ours, in what raised the flag: nobody at the customer's home has to get out. */
const THREAT =
  /\b(?:guns?|rifle|shotgun|pistol|knife|knives|machete|axe|bat|crowbar|molotov|bomb|pistola|cuchillo|bate|escopeta)\b|\b(?:kill|murder|stab|shoot|strangle|hurt|beat|punch|attack|burn|blow|torch|smash|matar|golpear|quemar|volar)\w{0,3}\b.{0,40}\b(?:you|your|office|store|building|headquarters|someone|somebody|staff|agent|technician|oficina|tienda|edificio)\b/iu;
const isAtHome = ({ triage }: ResolutionRequest): boolean =>
  triage.flags.some(({ flag, evidence }) => flag === 'safety' && !THREAT.test(evidence.text));

/** What someone in danger needs to hear next: get out, call for help, stay out. */
const inDanger = (request: ResolutionRequest, team: string): string => {
  const wording = wordingFor(request.language);
  const told = (what: RegExp): boolean => repLines(request).some((line) => what.test(line));
  const isOut = request.utterances.some(({ role, text }) => role === 'customer' && IS_OUT.test(text));
  if (isOut) return told(SENT_TO_STAY) ? wording.handOverUnderWay(team) : wording.outOfDanger(team);
  return told(SENT_OUT) ? wording.stillInDanger : wording.handOverInDanger(team);
};

/** Matters in which a word too many does harm: only that someone takes over is said. */
const DELICATE = [
  'legal',
  'regulator',
  'security',
  'safety',
  'abuse',
  'injection',
  'human_requested',
] as const;

/** What may be answered while someone is on their way: the outage behind it, and a sure public fact that was asked for. */
const meanwhile = (request: ResolutionRequest): Part[] => {
  if (DELICATE.some((flag) => hasFlag(request.triage, flag))) return [];
  const news = newsOfIncident(request)?.parts ?? [];
  const fact =
    news.length === 0 && asksNow(request) && writtenIn(request.language) === 'en'
      ? pickPassages(request).find(({ relevance }) => relevance >= SURE)
      : undefined;
  return fact ? [{ text: fact.text, passage: fact.n }] : news;
};

/**
 * Tells who takes over, once; after that, that what is new reaches them too. A rule decided to hand over and the words are fixed, so
 * there is no chance of being right to speak of.
 */
export const handOver = (request: ResolutionRequest, queue: string): ResolutionOpinion => {
  const wording = wordingFor(request.language);
  const team = wording.team[queue] ?? wording.otherTeam;
  if (isAtHome(request))
    return replyOf(
      request,
      [
        ...(request.tone.empathyFirst ? [{ text: wording.understood, needed: true }] : []),
        { text: inDanger(request, team), needed: true },
      ],
      null,
    );
  const announced = wasHandedOver(request);
  const upset: Part[] =
    request.tone.empathyFirst && newLines(request).length > 0 ? acknowledgement(request) : [];
  return replyOf(
    request,
    [
      ...upset,
      ...meanwhile(request),
      { text: announced ? wording.handOverUnderWay(team) : wording.handOver(team), needed: true },
    ],
    null,
  );
};
