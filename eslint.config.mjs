import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import tseslint from 'typescript-eslint';

/** What n8n checks a community node with before it verifies it, on everything that ships. */
const n8nRules = (await buildScanConfig()).map((config) => ({
	...config,
	files: config.files ?? ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
	ignores: [...(config.ignores ?? []), 'test/**'],
}));

const house = tseslint.config({
	files: ['**/*.ts'],
	extends: [tseslint.configs.strictTypeChecked],
	languageOptions: { parserOptions: { projectService: true } },
	linterOptions: { noInlineConfig: true },
	rules: {
		'@typescript-eslint/consistent-type-imports': 'error',
		'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
		'@typescript-eslint/restrict-template-expressions': [
			'error',
			{ allowNumber: true, allowBoolean: true },
		],
		'@typescript-eslint/return-await': ['error', 'always'],
		eqeqeq: 'error',
		'max-lines': ['error', { max: 300 }],
		'no-console': 'error',
		'no-empty': 'error',
		'no-param-reassign': 'error',
	},
});

const toolsOfTests = {
	files: ['test/**/*.ts'],
	rules: {
		// Commands print, and n8n's and Fastify's types are looser than ours.
		'no-console': 'off',
		'@typescript-eslint/no-base-to-string': 'off',
		'@typescript-eslint/no-non-null-assertion': 'off',
		'@typescript-eslint/no-require-imports': 'off',
		'@typescript-eslint/no-unsafe-return': 'off',
		'@typescript-eslint/require-await': 'off',
		'@typescript-eslint/no-unsafe-argument': 'off',
		'@typescript-eslint/no-unsafe-assignment': 'off',
		'@typescript-eslint/no-unsafe-member-access': 'off',
	},
};

export default [
	{ ignores: ['dist/', '.artifacts/', 'node_modules/', 'package-lock.json', 'tsconfig*.json'] },
	...n8nRules,
	...house,
	toolsOfTests,
];
