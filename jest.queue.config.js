const base = require('./jest.e2e.config.js');

/** n8n of many processes, in both lines: what CI tries of it in short, and all the rest. */
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/queue/**/*.test.ts'],
};
