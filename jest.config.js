module.exports = {
	testEnvironment: 'node',
	setupFiles: ['<rootDir>/test/support/quiet.ts'],
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/queue/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' } },
		],
	},
	testMatch: ['**/*.test.ts'],
	testTimeout: 60_000,
	// Jest leaves a core alone by itself, and there may be only two.
	maxWorkers: '100%',
	cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
