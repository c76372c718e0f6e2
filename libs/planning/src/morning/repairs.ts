import { createHash } from 'node:crypto';
import type { RepairProfile, RepairsView, RepairView } from '#contracts';
import { addDays } from '#time';
import type { PlanEditStore } from '../advice/edit-ports.js';
import type { Difference, RecomputedDraft, ReplanSituation } from '../replan/replan-ports.js';
import { Replanning, type Drafted, type ReplanParts } from '../replan/replanning.js';
import { REPAIR_PROFILES, type KnownStaff } from './repair-profiles.js';

/** What repairs of a morning use. */
export interface MorningParts extends ReplanParts {
  readonly edits: PlanEditStore;
  readonly shown: ShownRepairs;
}

/** Whose plan, and which day of it. */
export interface Morning {
  readonly providerId: string;
  readonly date: string;
}

/** Milliseconds after which a repair that was shown is found again before it is applied: people have set out meanwhile. */
const SHOWN_FOR = 10 * 60_000;
/** Providers whose repairs are kept in memory. */
const MOST_SHOWN = 20;

/** The last repairs that each provider was shown, so that applying one need not find it again. */
export class ShownRepairs {
  private readonly byProvider = new Map<string, { readonly until: number; readonly drafts: readonly RecomputedDraft[] }>();

  keep(providerId: string, drafts: readonly RecomputedDraft[], now: Date): void {
    this.byProvider.delete(providerId);
    this.byProvider.set(providerId, { until: now.getTime() + SHOWN_FOR, drafts });
    const [oldest] = this.byProvider.keys();
    if (this.byProvider.size > MOST_SHOWN) this.byProvider.delete(oldest);
  }

  /** The repair of this fingerprint, if nothing has happened since it was shown. */
  find(providerId: string, fingerprint: string, now: Date, { through, current }: ReplanSituation): RecomputedDraft | undefined {
    const kept = this.byProvider.get(providerId);
    if (kept === undefined || kept.until < now.getTime()) return undefined;
    return kept.drafts.find(
      (draft) =>
        fingerprintOf(draft) === fingerprint && draft.changesThrough === through && draft.basedOn.id === current.at(0)?.id,
    );
  }
}

/** Continuity is looked at over so many days. */
const DAYS_BACK = 14;
const PROFILES = Object.keys(REPAIR_PROFILES) as RepairProfile[];

/**
 * The ways to repair the plan in force of a day after what has happened since it was made, one for each thing to be spared;
 * none where nothing is to be repaired. They depend on the data alone, so that applying one finds the same again.
 */
export async function repairsOf(parts: MorningParts, morning: Morning): Promise<RepairsView> {
  const found = await read(parts, morning);
  const drafts = await chosenDrafts(parts, morning, found);
  const { known } = found;
  parts.shown.keep(
    morning.providerId,
    drafts.map(({ draft }) => draft),
    parts.now(),
  );
  const names = await namesIn(
    parts,
    morning,
    drafts.map(({ draft }) => draft),
  );
  return { date: morning.date, repairs: drafts.map(({ profile, draft }) => repairView(profile, draft, { names, known })) };
}

/** Stores one of the repairs as the draft that waits for being published. `stale`: it is not what it was when it was shown. */
export async function applyRepair(
  parts: MorningParts,
  morning: Morning,
  { profile, fingerprint }: { readonly profile: RepairProfile; readonly fingerprint: string },
): Promise<{ readonly status: 'stored'; readonly planId: string } | { readonly status: 'stale' }> {
  const found = await read(parts, morning);
  const shown = parts.shown.find(morning.providerId, fingerprint, parts.now(), found.situation);
  const draft = shown ?? (await chosenDrafts(parts, morning, found)).find((one) => one.profile === profile)?.draft;
  if (draft === undefined || fingerprintOf(draft) !== fingerprint) return { status: 'stale' };
  const planId = await parts.replans.storeDraft(morning.providerId, { ...draft, publish: false, chosen: true });
  return planId === null ? { status: 'stale' } : { status: 'stored', planId };
}

interface Read {
  readonly situation: ReplanSituation;
  readonly known: KnownStaff;
}

async function read({ replans, edits }: MorningParts, { providerId, date }: Morning): Promise<Read> {
  const [situation, known] = await Promise.all([
    replans.situation(providerId, date, date),
    edits.knownStaff(providerId, { from: addDays(date, -DAYS_BACK), to: date }),
  ]);
  return { situation, known };
}

/** What each profile is judged by; less is better. */
const MEASURES: Readonly<Record<RepairProfile, keyof RepairView['figures']>> = {
  fewest_new_faces: 'newFaces',
  least_travel: 'travelDelta',
  fewest_changed_times: 'changedTimes',
};

interface Chosen {
  readonly profile: RepairProfile;
  readonly draft: RecomputedDraft;
}

interface Candidate {
  readonly draft: RecomputedDraft;
  readonly figures: RepairView['figures'];
}

/** The repair for each profile. All are searched at once, then each goes on from what is best by its own measure, whoever found it. */
async function chosenDrafts(
  parts: MorningParts,
  { providerId }: Morning,
  { situation, known }: Read,
): Promise<readonly Chosen[]> {
  const [current] = situation.current;
  if (current === undefined) return [];
  const now = Math.floor(parts.now().getTime() / 1000);
  const replanning = new Replanning(providerId, parts, { situation, current, now });
  const search = async (from?: (profile: RepairProfile) => Candidate | undefined): Promise<readonly Candidate[]> => {
    const made = await Promise.all(
      PROFILES.map((profile, draw) => replanning.draft(REPAIR_PROFILES[profile](known), { from: from?.(profile)?.draft, draw })),
    );
    return candidatesIn(made, known);
  };
  const kept = candidatesIn([await replanning.kept()], known);
  const found = [...kept, ...(await search())];
  if (found.length === 0) return [];
  const all = [...(await search((profile) => bestFor(profile, found))), ...found];
  const most = Math.max(...kept.map(({ figures }) => figures.unserved));
  return unlike(all.filter(({ figures }) => kept.length === 0 || figures.unserved <= most));
}

/**
 * The best for each profile. Where one is best for two, the second may have another that is better still by its own
 * measure, although it leaves out more visits: people see both figures, and it leaves out no more than keeping all else
 * as it is does. Two are the same only where nothing of the kind was found.
 */
function unlike(candidates: readonly Candidate[]): readonly Chosen[] {
  const chosen = new Map(PROFILES.map((profile) => [profile, bestFor(profile, candidates)]));
  for (const profile of PROFILES.toReversed()) {
    const own = chosen.get(profile) as Candidate;
    const others = [...chosen].flatMap(([of, one]) => (of === profile ? [] : [one]));
    if (!others.some(({ draft }) => fingerprintOf(draft) === fingerprintOf(own.draft))) continue;
    const measure = MEASURES[profile];
    // Nor is anything called best that another shown serves as many by and is better at.
    const beaten = ({ figures: f }: Candidate): boolean =>
      others.some(({ figures }) => figures.unserved <= f.unserved && figures[measure] <= f[measure]);
    const better = candidates.filter((one) => one.figures[measure] < own.figures[measure] && !beaten(one));
    if (better.length > 0) chosen.set(profile, bestFor(profile, better));
  }
  return PROFILES.map((profile) => ({ profile, draft: (chosen.get(profile) as Candidate).draft }));
}

function candidatesIn(made: readonly (Drafted | null)[], known: KnownStaff): readonly Candidate[] {
  return made.flatMap((one) =>
    one === null || 'failure' in one ? [] : [{ draft: one.draft, figures: figuresOf(one.draft, known) }],
  );
}

/** Care first, then what the profile is to spare, then everything else that people notice; of equals the first. */
function bestFor(profile: RepairProfile, candidates: readonly Candidate[]): Candidate {
  const rank = ({ figures }: Candidate): readonly number[] => [
    figures.unserved,
    figures[MEASURES[profile]],
    figures.newFaces + figures.changedTimes,
    figures.travelDelta,
  ];
  return candidates.reduce((best, one) => (precedes(rank(one), rank(best)) ? one : best));
}

function precedes(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((value, n) => value !== b[n]);
  return k >= 0 && a[k] < b[k];
}

/** What a repair changes, as a short text that two equal repairs share. */
function fingerprintOf({ differences }: RecomputedDraft): string {
  return createHash('sha256').update(JSON.stringify(differences)).digest('hex').slice(0, 16);
}

async function namesIn(
  { edits }: MorningParts,
  { providerId }: Morning,
  drafts: readonly RecomputedDraft[],
): Promise<ReadonlyMap<string, string>> {
  const ids = drafts.flatMap(({ differences, result, removed }) => [
    ...differences.flatMap(({ before, after }) => [...(before?.staff ?? []), ...(after?.staff ?? [])]),
    ...[...result.visits, ...removed].map(({ clientId }) => clientId),
  ]);
  return edits.names(providerId, [...new Set(ids)]);
}

interface Seen {
  readonly names: ReadonlyMap<string, string>;
  readonly known: KnownStaff;
}

function repairView(profile: RepairProfile, draft: RecomputedDraft, { names, known }: Seen): RepairView {
  const { differences } = draft;
  const clientOf = clientsIn(draft);
  const told = differences.map(({ visitKey, effect, before, after }) => ({
    ...{ visit: visitKey, client: names.get(clientOf(visitKey)) ?? '', effect },
    before: before && { start: instant(before.start), staff: before.staff.map((id) => names.get(id) ?? '') },
    after: after && { start: instant(after.start), staff: after.staff.map((id) => names.get(id) ?? '') },
  }));
  const people = new Set(told.flatMap(({ before, after }) => [...(before?.staff ?? []), ...(after?.staff ?? [])]));
  return {
    ...{ profile, fingerprint: fingerprintOf(draft), changes: told, figures: figuresOf(draft, known) },
    tell: {
      clients: [...new Set(told.map(({ client }) => client))].sort((a, b) => a.localeCompare(b, 'lv')),
      staff: [...people].sort((a, b) => a.localeCompare(b, 'lv')),
    },
  };
}

function figuresOf(draft: RecomputedDraft, known: KnownStaff): RepairView['figures'] {
  const { differences, result } = draft;
  const clientOf = clientsIn(draft);
  const newFaces = ({ visitKey, before, after }: Difference): number =>
    (after?.staff ?? []).filter((id) => !before?.staff.includes(id) && !known.get(clientOf(visitKey))?.includes(id)).length;
  return {
    newFaces: differences.reduce((sum, one) => sum + newFaces(one), 0),
    changedTimes: differences.filter(({ before, after }) => before && after && before.start !== after.start).length,
    reassigned: differences.filter(({ effect }) => effect === 'reassigned').length,
    unserved: differences.filter(({ effect }) => effect === 'unserved').length,
    travelDelta: result.figures.travelSeconds - travelBefore(draft),
  };
}

/** Whom a visit of the draft or of the plan it is based on is for. */
function clientsIn({ basedOn, result, removed }: RecomputedDraft): (visitKey: string) => string {
  const clients = new Map([...basedOn.visits, ...result.visits, ...removed].map(({ key, clientId }) => [key, clientId]));
  return (visitKey) => clients.get(visitKey) ?? '';
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** Seconds on the way in the plan in force on the days of the draft. */
function travelBefore({ basedOn, from, to }: RecomputedDraft): number {
  const routes = basedOn.routes.filter(({ date }) => from <= date && date <= to);
  return routes.reduce((sum, { departure, return: back, stops }) => {
    const stood = stops.reduce((inside, { arrival, end }) => inside + end - arrival, 0);
    return sum + back - departure - stood;
  }, 0);
}
