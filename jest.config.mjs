// Tests run on what tsc compiled: no transform, no second opinion about what a module is.
export default {
  rootDir: 'dist',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['<rootDir>/**/*.spec.js'],
  // Those are run by jest.long.config.mjs.
  testPathIgnorePatterns: ['\\.long\\.spec\\.js$'],
  testEnvironment: 'node',
  transform: {},
  maxWorkers: 2,
  // Compiled modules of a vm are not freed by Node 20 until its process ends.
  workerIdleMemoryLimit: '768MB',
  testTimeout: 30_000,
  setupFiles: ['<rootDir>/test/setup/property-seed.js'],
  globalSetup: '<rootDir>/test/setup/global-setup.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
};
