import { join } from 'node:path';

import { Environment, FileSystemLoader } from 'nunjucks';

const environment = new Environment(new FileSystemLoader(join(__dirname, 'views')), {
	autoescape: true,
});

interface LoginPage {
	csrf: string;
	/** Where to go after logging in. */
	next: string;
	failed: boolean;
}

interface ConsentPage {
	application: string;
	username: string;
	csrf: string;
	/** In words. */
	scopes: readonly string[];
	/** Hidden fields: name and value. */
	parameters: readonly (readonly string[])[];
}

/** HTML of the pages that a user sees while connecting an account. */
export const pages = {
	login: (page: LoginPage) => environment.render('login.html', page),
	consent: (page: ConsentPage) => environment.render('consent.html', page),
	refused: (reason: string) => environment.render('refused.html', { reason }),
};
