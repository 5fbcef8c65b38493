import { join } from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Environment, FileSystemLoader } from 'nunjucks';

import { type Row, text } from '../collection';
import type { Texts } from '../json';
import type { Practice } from '../practice';
import { queryOf } from '../request';
import { signJwt } from './token';

const views = new Environment(new FileSystemLoader(join(__dirname, 'views')), { autoescape: true });

interface Visit {
	readonly doctor: number;
	readonly patient: number;
	readonly practice: number;
}

/** The address that the iframe opens: the parameters, and a fresh token that repeats them [doc]. */
export function iframeUrl({ iframe, application, clock }: Practice, visit: Visit): string {
	const claims = {
		doctor_id: visit.doctor,
		patient_id: visit.patient,
		practice_id: visit.practice,
		iat: Math.floor(clock.now() / 1000),
	};
	const url = new URL(iframe.url);
	Object.entries(claims).forEach(([name, value]) => url.searchParams.set(name, String(value)));
	url.searchParams.set('jwt', signJwt(claims, application.clientSecret));
	return url.href;
}

/**
 * What DrChrono's own pages show of an application: a patient's page and a clinical note's, with the
 * iframe for the doctors who are registered for it. Who looks is named by `?user=`, without logging
 * in; a note is named by its patient, since the simulator keeps no notes.
 */
export function iframePages(practice: Practice) {
	const { store } = practice;

	const show = (page: string, request: FastifyRequest, reply: FastifyReply) => {
		const { id = '' } = request.params as { id?: string };
		const patient: Row | undefined = store.patients.get(id);
		const query: Texts = queryOf(request);
		const user = store.users.find('username', query.user ?? 'doctor').at(0);
		if (!patient || !user) return reply.code(404).type('text/html').send('Not found');
		const doctor = Number(user.doctor);
		const visit = { doctor, patient: Number(patient.id), practice: Number(user.practice_group) };
		const registered = store.collection('iframe_doctors').get(doctor) !== undefined;
		const html = views.render('chart.html', {
			page,
			name: `${text(patient, 'first_name')} ${text(patient, 'last_name')}`,
			chartId: text(patient, 'chart_id'),
			dateOfBirth: text(patient, 'date_of_birth'),
			src: registered && practice.iframe.url ? iframeUrl(practice, visit) : '',
		});
		return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
	};

	return async (scope: FastifyInstance): Promise<void> => {
		scope.get('/patients/:id', (request, reply) => show('Patient', request, reply));
		scope.get('/clinical_notes/:id', (request, reply) => show('Clinical note', request, reply));
	};
}
