import short from './jest.config.mjs';

// What takes minutes or hours: `npm run test:long`. One at a time, for some of it measures.
export default {
  ...short,
  testMatch: ['<rootDir>/**/*.long.spec.js'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 3_600_000,
};
