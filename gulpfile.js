const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		await run(process.execPath, [tsc, '-p', 'tsconfig.build.json']);
	} catch (error) {
		throw new Error(`TypeScript:\n${error.stdout}`);
	}
}

/** What `compile` gives, in a moment and without looking at types: for checks while one writes. */
async function translate() {
	await esbuild.build({
		entryPoints: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		outdir: 'dist',
		outbase: '.',
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		logLevel: 'warning',
	});
}

/** Files in nodes/shared/vendor are the only ones that may import third-party code: n8n installs none of it. */
async function bundleVendor() {
	const folder = 'nodes/shared/vendor';
	await esbuild.build({
		entryPoints: [path.join(folder, '*.ts')],
		outdir: path.join('dist', folder),
		bundle: true,
		platform: 'neutral',
		mainFields: ['module', 'main'],
		format: 'cjs',
		target: 'node20',
		legalComments: 'inline',
		logLevel: 'warning',
	});
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.clean = clean;
exports.build = series(clean, parallel(compile, icons, codex), bundleVendor);
exports.transpile = series(clean, parallel(translate, icons, codex), bundleVendor);
exports.default = exports.build;
