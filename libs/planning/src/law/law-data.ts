import { DEFAULT_READINGS, visitLaw } from '#care';
import type { DecisionFacts, EpisodeFacts, HealthGuard, LawContext, Readings, VisitLaw } from '#care';
import type { LegalPracticeView } from '#contracts';
import { CABINET_TRANSFERS, workingCalendar } from '#time';

/** What the law looks at: the facts behind the visits, and how the provider reads it. */
export interface LawData {
  /** Those the patterns hang on. */
  readonly decisions: readonly DecisionFacts[];
  readonly episodes: readonly EpisodeFacts[];
  /** Certificates and reported contraindications of the clients. */
  readonly guards: readonly (HealthGuard & { readonly clientId: string })[];
  /** State-paid stoma visits in published plans before the first day, by episode. */
  readonly stomaVisits: readonly { readonly clientId: string; readonly episodeId: string; readonly visits: number }[];
  readonly practice: LegalPractice;
}

/** What a provider chooses about the law. */
export interface LegalPractice {
  /** Only those that differ from the default. */
  readonly readings: Partial<Readings>;
  /** Whether it works on the Saturdays the Cabinet moves working days to. */
  readonly followsTransfers: boolean;
  /** Its days off beside the law's. */
  readonly daysOff: readonly string[];
}

/** A practice with every reading named, the defaults where the provider chose nothing. */
export function wholePractice({ readings, followsTransfers, daysOff }: LegalPractice): LegalPracticeView {
  return { readings: { ...DEFAULT_READINGS, ...readings }, followsTransfers, daysOff: [...daysOff] };
}

/** The law as a provider practises it. */
export function lawContext({ readings, followsTransfers, daysOff }: LegalPractice): LawContext {
  const calendar = workingCalendar({ transfers: followsTransfers ? CABINET_TRANSFERS : [], daysOff });
  return { readings: { ...DEFAULT_READINGS, ...readings }, calendar };
}

/** The law on a provider's visits. */
export function lawOf({ decisions, episodes, guards, practice }: LawData): VisitLaw {
  const grounds = {
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
    episodes: new Map(episodes.map((episode) => [episode.id, episode])),
    guards: new Map(guards.map((guard) => [guard.clientId, guard])),
  };
  return visitLaw(grounds, lawContext(practice));
}
