export { demoProvider } from './demo-provider.js';
export { demoStories, type DemoStory } from './stories/demo-stories.js';
export { NEIGHBOURHOOD_CREDIT, NEIGHBOURHOODS, type Neighbourhood } from './neighbourhoods.js';
export { DEMO_NAMES, type DemoName } from './settings.js';
