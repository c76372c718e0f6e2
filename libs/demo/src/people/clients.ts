import { NEIGHBOURS, RIGA } from '../municipalities.js';
import type { Random } from '../random.js';
import type { DemoSettings } from '../settings.js';
import { storyId, storyRoles, type StoryRole } from '../stories/cast.js';
import type { ClientDraft, MainService, SocialNeed } from './client-draft.js';
import { giveFlags } from './flags.js';
import { dealNeighbourhoods, Homes } from './homes.js';
import type { Names } from './names.js';
import { age, BARTHEL, HEALTH_ONLY_SERVICES, mainServices, socialNeeds } from './needs.js';

/** Share of the social service's clients whose relative is paid instead of the provider. */
const RELATIVE_PAID = 0.13;

/** Share of the clients declared in a neighbouring municipality. */
const DECLARED_ELSEWHERE = 0.02;

/** What a client has of each service. */
interface Roles {
  readonly role: StoryRole | null;
  readonly social: SocialNeed | null;
  readonly nurse: MainService | null;
  readonly rehab: boolean;
}

/** All clients: the stories' first, then the others of the social service, then those with health care only. */
export function draftClients(settings: DemoSettings, random: Random, names: Names): ClientDraft[] {
  const homes = new Homes(random.fork('homes'), names);
  const roles = assignRoles(settings, random.fork('roles'));
  const places = dealNeighbourhoods(random.fork('neighbourhoods'), roles.length, settings.area);
  const drafts = roles.map((own, i) =>
    draft(i, own, { random: random.fork(`client ${i}`), names, homes, neighbourhood: places[i] }),
  );
  giveFlags(drafts, random.fork('flags'));
  return chooseBathVan(chooseRelativePaid(drafts, random.fork('relatives')), settings, random.fork('van'));
}

/** Deals social needs, nurses' services and rehabilitation so that the totals are exact. */
function assignRoles(settings: DemoSettings, random: Random): Roles[] {
  const stories = storyRoles(settings);
  const left = { ...settings.socialByLevel };
  for (const { social } of stories) if (social) left[social.level]--;
  const needs = socialNeeds(random, left);
  const social: Roles[] = [
    ...stories.map((role) => ({ role, social: role.social ?? null, nurse: role.nurse ?? null, rehab: false })),
    ...needs.map((need) => ({ role: null, social: need, nurse: null, rehab: false })),
  ];
  const healthOnly = Array.from({ length: settings.health - settings.both }, nobody);
  return withHealth([...social, ...healthOnly], settings, random);
}

const nobody = (): Roles => ({ role: null, social: null, nurse: null, rehab: false });

function withHealth(roles: Roles[], settings: DemoSettings, random: Random): Roles[] {
  const storied = roles.filter(({ nurse }) => nurse !== null).length;
  const free = roles.flatMap((r, i) => (r.role === null && r.social !== null ? [i] : []));
  const both = random.shuffled(free).slice(0, settings.both - storied);
  const healthOnly = roles.flatMap((r, i) => (r.social === null ? [i] : []));
  const count = both.length + healthOnly.length;
  const services = mainServices(random, count - settings.rehabOnly);
  const bound = services.filter((service) => HEALTH_ONLY_SERVICES.has(service));
  const open = services.filter((service) => !HEALTH_ONLY_SERVICES.has(service));
  const order = [...random.shuffled(healthOnly), ...random.shuffled(both)];
  const result = [...roles];
  order.forEach((index, i) => {
    const nurse = i < bound.length ? bound[i] : (open[i - bound.length] ?? null);
    result[index] = { ...roles[index], nurse, rehab: nurse === null };
  });
  const canTrain = order.filter((index) => ['WOUND', 'INJ', 'CATH'].includes(result[index].nurse ?? ''));
  for (const index of random.shuffled(canTrain).slice(0, settings.rehab - settings.rehabOnly)) {
    result[index] = { ...result[index], rehab: true };
  }
  return result;
}

interface Sources {
  readonly random: Random;
  readonly names: Names;
  readonly homes: Homes;
  /** Where the client lives unless the story says otherwise. */
  readonly neighbourhood: string;
}

function draft(
  index: number,
  { role, social, nurse, rehab }: Roles,
  { random, names, homes, neighbourhood }: Sources,
): ClientDraft {
  const sex = role?.sex ?? (random.chance(0.7) ? 'female' : 'male');
  const [least, most] = social ? BARTHEL[social.level] : [9, 16];
  return {
    id: role ? storyId(role.story) : `K${String(index + 1).padStart(3, '0')}`,
    story: role?.story ?? null,
    name: names.person(sex),
    sex,
    age: role?.age ?? age(random),
    languages: random.weighted([
      [['lv'], 0.42],
      [['lv', 'ru'], 0.1],
      [['ru'], 0.34],
      [['ru', 'lv'], 0.12],
      [['other', 'ru'], 0.02],
    ]),
    municipality: role === null && random.chance(DECLARED_ELSEWHERE) ? random.pick(NEIGHBOURS) : RIGA,
    home: homes.homeAt(role?.neighbourhood ?? neighbourhood),
    livesAlone: role?.livesAlone ?? random.chance(0.62),
    flags: new Set(role?.flags ?? []),
    barthel: social || nurse ? random.between(least, most) : null,
    social,
    nurse,
    rehab,
    bathVan: role?.bathVan ?? false,
    relativePaid: false,
    phone: role?.phone ?? random.chance(0.95),
    keyNote: role?.keyNote ?? (random.chance(0.12) ? 'Atslēga seifā pie durvīm, kods pie koordinatora.' : null),
  };
}

function chooseRelativePaid(drafts: readonly ClientDraft[], random: Random): ClientDraft[] {
  const able = drafts.filter(({ story, social, nurse }) => story === null && social !== null && social.level < 3 && !nurse);
  const served = drafts.filter(({ social }) => social !== null).length;
  const chosen = new Set(random.shuffled(able).slice(0, Math.round(served * RELATIVE_PAID)));
  return drafts.map((client) => (chosen.has(client) ? { ...client, relativePaid: true, livesAlone: false } : client));
}

/** Bath van clients: no bath at home or a stove, no health care on the way; half of the story's round live in its neighbourhood. */
function chooseBathVan(drafts: readonly ClientDraft[], settings: DemoSettings, random: Random): ClientDraft[] {
  if (settings.bathVanClients === 0) return [...drafts];
  const able = drafts.filter(
    ({ story, social, nurse, rehab, flags, relativePaid }) =>
      story === null &&
      social !== null &&
      social.level < 4 &&
      social.minutesPerWeek >= 150 &&
      !nurse &&
      !rehab &&
      !relativePaid &&
      !flags.has('two_person'),
  );
  const urgency = ({ flags, home }: ClientDraft): number =>
    (home.neighbourhood === 'Ķengarags' ? 2 : 0) + (flags.has('stove_heating') ? 1 : 0);
  const stories = drafts.filter(({ bathVan }) => bathVan).length;
  const ordered = random.shuffled(able).sort((a, b) => urgency(b) - urgency(a));
  const chosen = new Set(ordered.slice(0, settings.bathVanClients - stories));
  return drafts.map((client) => (chosen.has(client) ? { ...client, bathVan: true } : client));
}
