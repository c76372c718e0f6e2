import { DEMO_SETTINGS, type DemoName } from '../settings.js';
import { ILL_CARER, TIRED_CARER } from '../staff/staff.js';
import { storyId, storyRoles } from './cast.js';

/** A scene the demo provider shows on its next working day. */
export interface DemoStory {
  /** `S01` to `S15`: also the id of the client. */
  readonly id: string;
  readonly title: string;
  readonly client: string;
  /** The staff member it turns on, where it is one. */
  readonly staff: string | null;
}

/** The stories of a demo provider, in order; the small one has no bath van. */
export function demoStories(name: DemoName): readonly DemoStory[] {
  const staff: Readonly<Record<number, string>> = { 8: ILL_CARER, 14: TIRED_CARER };
  return storyRoles(DEMO_SETTINGS[name]).map(({ story, title }) => ({
    id: storyId(story),
    title,
    client: storyId(story),
    staff: staff[story] ?? null,
  }));
}
