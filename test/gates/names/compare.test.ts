import type { INodeProperties } from 'n8n-workflow';
import { compareStored } from './compare';
import { choice, collection, compare, node, operations, shownFor, state, text } from './declare';

describe('breaking', () => {
	const street = text('street');
	const locator = (...modes: string[]) =>
		text('patient', {
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: modes.map((name) => ({ displayName: name, name, type: 'string' })),
		});

	test.each<[string, INodeProperties[], INodeProperties[], string[]]>([
		['a removed option', [state], [choice('state', 'CA')], ['state no longer has the value "NY"']],
		['a removed parameter', [street], [], ['street is gone']],
		[
			'a renamed parameter, also within a collection',
			[collection('fields', collection('address', street))],
			[collection('fields', collection('address', text('road')))],
			['fields.address.street is gone'],
		],
		[
			'a removed collection, told once',
			[collection('fields', street, state)],
			[],
			['fields is gone'],
		],
		[
			'a number that becomes text',
			[text('age', { type: 'number', default: 0 })],
			[text('age', { default: '' })],
			['age is now string, no longer number', 'age begins with "", no longer with 0'],
		],
		[
			'a text that becomes a choice',
			[text('state', { default: 'CA' })],
			[state],
			['state is now options, no longer string'],
		],
		[
			'a choice between numbers that becomes text',
			[{ ...state, default: '', options: [{ name: 'One', value: 1 }] }],
			[text('state')],
			['state is now string, no longer options'],
		],
		[
			'a single value that becomes a list',
			[street],
			[text('street', { typeOptions: { multipleValues: true } })],
			['street is now string[], no longer string'],
		],
		[
			'a changed default',
			[street],
			[text('street', { default: 'Main' })],
			['street begins with "Main", no longer with ""'],
		],
		[
			'a lost mode',
			[locator('list', 'id')],
			[locator('list')],
			['patient no longer has the mode "id"'],
		],
		[
			'a parameter that must be filled now',
			[street],
			[text('street', { required: true })],
			['street is now required'],
		],
		[
			'a parameter that takes no expression now',
			[street],
			[text('street', { noDataExpression: true })],
			['street is now without expressions'],
		],
		[
			'a new parameter that must be filled',
			[],
			[text('street', { required: true })],
			['street is new and required, so what is saved stops to run'],
		],
		[
			'a parameter hidden for an operation',
			[operations, shownFor(street, 'get', 'create', 'update')],
			[operations, shownFor(street, 'get')],
			['street is gone (create, update)'],
		],
		[
			'a member hidden for an operation',
			[operations, shownFor(collection('fields', street), 'create', 'update')],
			[
				operations,
				shownFor(
					collection(
						'fields',
						text('street', { displayOptions: { hide: { '/operation': ['update'] } } }),
					),
					'create',
					'update',
				),
			],
			['fields.street is gone (update)'],
		],
		[
			'a removed operation, told once',
			[operations, shownFor(street, 'update')],
			[choice('operation', 'get', 'create')],
			['the operation update is gone'],
		],
		[
			'another condition',
			[state, street],
			[state, text('street', { displayOptions: { show: { state: ['CA'] } } })],
			['street is no longer shown in all cases'],
		],
		[
			'a narrower condition',
			[state, text('street', { displayOptions: { show: { state: ['CA', 'NY'] } } })],
			[state, text('street', { displayOptions: { show: { state: ['CA'] } } })],
			['street is no longer shown when state ["NY"]'],
		],
		[
			'a value for which it is hidden now',
			[state, text('street', { displayOptions: { show: { state: ['CA', 'NY'] } } })],
			[state, text('street', { displayOptions: { hide: { state: ['NY'] } } })],
			['street is no longer shown when state ["NY"]'],
		],
	])('%s', (_, before, after, breaking) => {
		expect(compare(before, after).breaking).toEqual(breaking.map((one) => `thing: ${one}`));
	});

	test('a node type, a version, a credential or a webhook that is gone', () => {
		const webhook = { httpMethod: 'POST', name: 'default', path: 'webhook' } as const;
		const before = node([], {
			version: [1, 2],
			credentials: [{ name: 'thingApi' }],
			webhooks: [webhook],
		});
		expect(compareStored([before], []).breaking).toEqual(['thing: is gone']);
		const after = node([], { version: 2, webhooks: [{ ...webhook, path: 'hook' }] });
		expect(compareStored([before], [after]).breaking).toEqual([
			'thing: versions no longer has 1',
			'thing: credentials no longer has thingApi',
			'thing: webhooks no longer has POST default webhook',
		]);
	});
});

describe('additive', () => {
	const street = text('street');

	test.each<[string, INodeProperties[], INodeProperties[], string[]]>([
		[
			'a new option',
			[state],
			[choice('state', 'CA', 'NY', 'TX')],
			['state also has the value "TX"'],
		],
		[
			'a choice that becomes text',
			[state],
			[text('state', { default: 'CA' })],
			['state is now string, no longer options'],
		],
		[
			'a choice that is hidden, which keeps what is stored',
			[state],
			[text('state', { type: 'hidden', default: 'TX' })],
			['state is now hidden, no longer options'],
		],
		['a new parameter', [], [street], ['street is new']],
		['a new collection, told once', [], [collection('fields', street, state)], ['fields is new']],
		[
			'a new operation, told once',
			[operations],
			[choice('operation', 'get', 'create', 'update', 'delete'), shownFor(street, 'delete')],
			['the operation delete is new'],
		],
		[
			'a parameter shown for more operations',
			[operations, shownFor(street, 'get')],
			[operations, shownFor(street, 'get', 'create')],
			['street is new (create)'],
		],
		[
			'a parameter shown in more cases',
			[state, text('street', { displayOptions: { show: { state: ['CA'] } } })],
			[state, street],
			['street is also shown in all cases'],
		],
		[
			'a parameter that need not be filled any more',
			[text('street', { required: true })],
			[street],
			['street is no longer required'],
		],
		[
			'a required parameter with a value to begin with',
			[],
			[text('street', { required: true, default: 'Main' })],
			['street is new'],
		],
		[
			'a required parameter of a new choice',
			[state],
			[
				choice('state', 'CA', 'NY', 'TX'),
				text('street', { required: true, displayOptions: { show: { state: ['TX'] } } }),
			],
			['state also has the value "TX"', 'street is new'],
		],
	])('%s', (_, before, after, additive) => {
		expect(compare(before, after)).toEqual({
			breaking: [],
			additive: additive.map((one) => `thing: ${one}`),
		});
	});

	test('a new node type', () => {
		expect(compareStored([], [node([])])).toEqual({ breaking: [], additive: ['thing: is new'] });
	});

	test('a second resource, where what was the only one is the default', () => {
		const resource = choice('resource', 'thing', 'other');
		const ofThing = (property: INodeProperties): INodeProperties => ({
			...property,
			displayOptions: { show: { ...property.displayOptions?.show, resource: ['thing'] } },
		});
		const before = [operations, shownFor(street, 'get')];
		const after = [resource, ofThing(operations), ofThing(shownFor(street, 'get'))];
		expect(compare(before, after).breaking).toEqual([]);
		const moved = [{ ...resource, default: 'other' }, ...after.slice(1)];
		expect(compare(before, moved).breaking).toContain('thing: the operation other.get is gone');
	});
});
