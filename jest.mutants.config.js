const base = require('./jest.config.js');

/**
 * For Stryker: the tests that import the sources. Those that run the built package would not notice a
 * mutant, and the simulator is none of it.
 */
module.exports = {
	...base,
	testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
	roots: ['<rootDir>/test/unit'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'/test/unit/simulator/',
		'/test/unit/(check|files|jwt)\\.test\\.ts$',
	],
	cacheDirectory: '<rootDir>/.jest',
};
