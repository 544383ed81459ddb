import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testEnvironment: '<rootDir>/../../jest.jsdom.mjs',
  testEnvironmentOptions: { customExportConditions: ['@spolu/source', 'browser'] },
  setupFiles: ['<rootDir>/jsdom-gaps.mjs'],
};
