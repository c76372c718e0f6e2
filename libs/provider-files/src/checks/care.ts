import { rowName } from '../tables/table.js';
import type { Check, CheckedRow, Context } from './context.js';

/** Decisions, episodes, terms, opinions, Barthel scores, informal carers and vehicles agree with what they name. */
export const soundCare: Check = (context) => {
  for (const decision of context.rows('decisions')) checkDecision(context, decision);
  for (const episode of context.rows('episodes')) checkEpisode(context, episode);
  checkTerms(context);
  for (const opinion of context.rows('opinions')) checkOpinion(context, opinion);
  for (const score of context.rows('barthel')) checkBarthel(context, score);
  for (const carer of context.rows('informalCarers')) checkInformalCarer(context, carer);
  for (const shift of context.rows('shifts')) checkVehicle(context, shift);
};

function checkDecision(context: Context, decision: CheckedRow<'decisions'>): void {
  const { id, client, certificate, replaces } = decision.values;
  if (replaces !== undefined && replaces === id) {
    context.issue('reference.unsuitable', decision, 'replaces', { allowed: 'an earlier decision', detail: 'It names itself.' });
  }
  const others = [
    ['certificate', certificate === undefined ? undefined : context.byId('certificates').get(certificate)?.values.client],
    ['replaces', replaces === undefined ? undefined : context.byId('decisions').get(replaces)?.values.client],
  ] as const;
  for (const [field, owner] of others) {
    if (!context.differ(client, owner)) continue;
    context.issue('reference.other_client', decision, field, { allowed: `one of client ${client}` });
  }
}

function checkEpisode(context: Context, episode: CheckedRow<'episodes'>): void {
  const { referral, startedOn } = episode.values;
  const issuedOn = referral === undefined ? undefined : context.byId('referrals').get(referral)?.values.issuedOn;
  if (startedOn !== undefined && issuedOn !== undefined && startedOn < issuedOn) {
    context.issue('date.order', episode, 'startedOn', { allowed: `the referral's issuedOn (${issuedOn}) or later` });
  }
}

/** Terms lie within their episode and follow one another. */
function checkTerms(context: Context): void {
  const byEpisode = new Map<string, CheckedRow<'terms'>[]>();
  for (const term of context.rows('terms')) {
    const { episode, startsOn, endsOn } = term.values;
    if (episode === undefined || startsOn === undefined || endsOn === undefined) continue;
    byEpisode.set(episode, [...(byEpisode.get(episode) ?? []), term]);
    const from = context.byId('episodes').get(episode)?.values.startedOn;
    if (from !== undefined && startsOn < from) {
      context.issue('term.outside_episode', term, 'startsOn', { allowed: `the episode's first day (${from}) or later` });
    }
  }
  for (const terms of byEpisode.values()) checkTermOrder(context, terms);
}

function checkTermOrder(context: Context, terms: CheckedRow<'terms'>[]): void {
  terms.sort((a, b) => (a.values.startsOn! < b.values.startsOn! ? -1 : a.values.startsOn === b.values.startsOn ? 0 : 1));
  for (let index = 1; index < terms.length; index++) {
    const [before, term] = [terms[index - 1], terms[index]];
    if (term.values.startsOn! > before.values.endsOn!) continue;
    const detail = `It overlaps ${rowName(before.table, before.row)}.`;
    context.issue('term.overlap', term, 'startsOn', { allowed: `a day after ${before.values.endsOn}`, detail });
  }
}

function checkOpinion(context: Context, opinion: CheckedRow<'opinions'>): void {
  const { episode: id, givenOn } = opinion.values;
  const episode = id === undefined ? undefined : context.byId('episodes').get(id)?.values;
  if (givenOn === undefined || episode?.startedOn === undefined) return;
  const { startedOn, endedOn } = episode;
  if (givenOn >= startedOn && (endedOn === undefined || givenOn <= endedOn)) return;
  const until = endedOn === undefined ? 'or later' : `to ${endedOn}`;
  context.issue('term.outside_episode', opinion, 'givenOn', { allowed: `a day of the episode, ${startedOn} ${until}` });
}

/** The national form has 20 points (S044); the other has 100. */
function checkBarthel(context: Context, each: CheckedRow<'barthel'>): void {
  const { form, score, items } = each.values;
  if (score === undefined) return;
  if (form === 'lv_0_20' && score > 20) {
    context.issue('barthel.score', each, 'score', { allowed: '0 to 20 on the form lv_0_20' });
  }
  if (items === undefined || items.length === 0) return;
  const sum = items.reduce((total, points) => total + points, 0);
  if (items.length === 10 && sum !== score)
    context.issue('barthel.score', each, 'score', { allowed: `${sum}, the sum of the items` });
}

function checkInformalCarer(context: Context, carer: CheckedRow<'informalCarers'>): void {
  const { from, to } = carer.values;
  if (from === '24:00') context.issue('time.start_at_24', carer, 'from', { allowed: 'a time from 00:00 to 23:59' });
  else if (from !== undefined && to !== undefined && to < from) {
    context.issue('time.order', carer, 'to', { allowed: `${from} or later` });
  }
}

const VEHICLES = ['bath_van', 'car', 'wheelchair_van'];

function checkVehicle(context: Context, shift: CheckedRow<'shifts'>): void {
  const kind = shift.values.vehicle === undefined ? undefined : context.byId('equipment').get(shift.values.vehicle)?.values.kind;
  if (kind !== undefined && !VEHICLES.includes(kind)) {
    context.issue('reference.unsuitable', shift, 'vehicle', { allowed: `equipment of kind ${VEHICLES.join(', ')}` });
  }
}
