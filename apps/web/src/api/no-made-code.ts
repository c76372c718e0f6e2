import { config } from 'zod';

// The page's policy forbids making code from text; zod must not even try. Schemas ask when they are made, so this module
// has to run before the contracts: it is imported first.
config({ jitless: true });
