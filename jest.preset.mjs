/** Shared jest settings: native ES modules, compiled by swc with decorator metadata. */
export const swc = (jsc = {}) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      ...jsc,
    },
    module: { type: 'es6' },
  },
];

export default {
  reporters: ['default', '<rootDir>/../../tools/jest-report.mjs'],
  testEnvironment: 'node',
  testTimeout: 180_000,
  // Each file loads its modules anew and leaves some behind: a worker that has grown is replaced, or the last files of a long run crawl and die.
  workerIdleMemoryLimit: '1GB',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc() },
  testEnvironmentOptions: { customExportConditions: ['@spolu/source', 'node', 'node-addons'] },
};
