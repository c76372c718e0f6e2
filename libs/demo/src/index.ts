export { demoProvider } from './demo-provider.js';
export { demoStories, type DemoStory } from './stories/demo-stories.js';
export { NEIGHBOURHOOD_CREDIT, NEIGHBOURHOODS, type Neighbourhood } from './neighbourhoods.js';
export { liveThrough, minutesOf, type Book, type PublishedPart, type Reported, type Stay } from './life/live-through.js';
export { Random } from './random.js';
export { DEMO_NAMES, type DemoName } from './settings.js';
