const base = require('./jest.config.js');

/** A real n8n and a real browser: one at a time, and with the time that they need. */
module.exports = {
	...base,
	testPathIgnorePatterns: ['/node_modules/'],
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testTimeout: 300_000,
	maxWorkers: 1,
};
