import type { Random } from '../random.js';
import { ESTATES } from '../neighbourhoods.js';
import type { ClientDraft } from './client-draft.js';

/** Share of all clients with a flag, and who may have it. */
interface FlagShare {
  readonly flag: string;
  readonly share: number;
  readonly among: (client: ClientDraft) => boolean;
}

const level = (client: ClientDraft): number => client.social?.level ?? 0;
const hasWound = ({ nurse }: ClientDraft): boolean => nurse === 'WOUND' || nurse === 'PULCER';

/** In this order: later flags look at earlier ones. Shares of all clients, but for dressings of those with a wound. */
const SHARES: readonly FlagShare[] = [
  { flag: 'bedbound', share: 0.09, among: (c) => level(c) >= 3 },
  // Two people turn a client whom nobody else is turning: nurses' pressure ulcers stay with one carer.
  { flag: 'two_person', share: 0.05, among: (c) => level(c) >= 3 && c.nurse !== 'PULCER' },
  { flag: 'pressure_risk', share: 0.12, among: (c) => level(c) >= 2 },
  { flag: 'dementia', share: 0.18, among: () => true },
  { flag: 'diabetes', share: 0.2, among: () => true },
  { flag: 'stove_heating', share: 0.06, among: (c) => level(c) < 4 && !ESTATES.has(c.home.neighbourhood) },
  { flag: 'oxygen', share: 0.015, among: (c) => !c.flags.has('stove_heating') },
  { flag: 'pets', share: 0.12, among: () => true },
  { flag: 'infectious', share: 0.01, among: () => true },
  { flag: 'cytostatic', share: 0.01, among: () => true },
  { flag: 'dysphagia', share: 0.01, among: (c) => level(c) >= 3 },
  { flag: 'analgesic', share: 0.02, among: hasWound },
];

/** Of the clients with a wound, those whose dressing may get wet. */
const WATERPROOF = 0.3;

/** Adds flags to the drafts so that shares of all clients are met; stories keep theirs and get no others. */
export function giveFlags(drafts: readonly ClientDraft[], random: Random): void {
  for (const client of drafts) {
    if (client.nurse === 'INSULIN') client.flags.add('insulin').add('diabetes');
    if (client.nurse === 'VENT') client.flags.add('ventilated');
    if (client.nurse === 'PULCER') client.flags.add('pressure_risk');
  }
  for (const { flag, share, among } of SHARES) give(drafts, random, flag, { count: Math.round(share * drafts.length), among });
  const wounds = drafts.filter(hasWound);
  give(wounds, random, 'waterproof_dressing', { count: Math.round(WATERPROOF * wounds.length), among: () => true });
}

function give(
  drafts: readonly ClientDraft[],
  random: Random,
  flag: string,
  { count, among }: { readonly count: number; readonly among: (client: ClientDraft) => boolean },
): void {
  const missing = count - drafts.filter(({ flags }) => flags.has(flag)).length;
  const able = drafts.filter((client) => client.story === null && !client.flags.has(flag) && among(client));
  for (const client of random.shuffled(able).slice(0, Math.max(0, missing))) client.flags.add(flag);
}
