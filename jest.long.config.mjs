import short from './jest.config.mjs';

// Properties try more cases then, and simulations last longer (test/property/cases.ts).
process.env.TEST_LONG = '1';

// What takes minutes or hours: `npm run test:long`. One at a time, for some of it measures.
export default {
  ...short,
  testMatch: ['<rootDir>/**/*.long.spec.js', '<rootDir>/test/property/*.spec.js', '<rootDir>/test/simulation/*.spec.js'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 3_600_000,
};
