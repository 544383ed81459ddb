import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testEnvironment: '<rootDir>/../../jest.jsdom.mjs',
  testEnvironmentOptions: { customExportConditions: ['@spolu/source', 'browser'] },
  setupFiles: ['<rootDir>/../../libs/ui/jsdom-gaps.mjs'],
  moduleNameMapper: { '\\.css$': '<rootDir>/src/testing/no-styles.ts' },
};
