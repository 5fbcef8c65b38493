import { Ajv } from 'ajv';
import fastify from 'fastify';

interface Message {
	readonly role: string;
	readonly content: string | null;
}

interface OfferedTool {
	readonly function: {
		readonly name: string;
		readonly description: string;
		readonly parameters: {
			readonly properties: Readonly<Record<string, { type?: string; description?: string }>>;
		};
	};
}

interface CompletionRequest {
	readonly messages: readonly Message[];
	readonly tools?: readonly OfferedTool[];
}

/** What the model does next: it calls a tool, or answers. It may look at the last tool's result. */
export type Turn = (lastResult: string) => { tool: string; arguments: object } | { answer: string };

export interface ScriptedModel {
	/** The base URL of an OpenAI-compatible API. */
	readonly url: string;
	/** What the agent sent, in order. */
	readonly requests: readonly CompletionRequest[];
	/** The tools of the latest request. */
	tools(): readonly OfferedTool['function'][];
	/** What the agent told the model after each tool call of the latest request. */
	toolResults(): string[];
	play(turns: readonly Turn[]): void;
	close(): Promise<void>;
}

/**
 * A language model that follows a script, so that an agent's run is the same every time. It refuses
 * a tool that was not offered and arguments that do not fit the offered schema: a real model could
 * not have sent them.
 */
export async function startScriptedModel(): Promise<ScriptedModel> {
	const requests: CompletionRequest[] = [];
	const script: Turn[] = [];
	const server = fastify();
	server.get('/v1/models', () => ({ object: 'list', data: [{ id: 'scripted', object: 'model' }] }));
	server.post<{ Body: CompletionRequest }>('/v1/chat/completions', ({ body }) => {
		requests.push(body);
		const turn = script.shift();
		if (!turn) throw new Error('The script has no turn left');
		const next = turn(toolResultsOf(body).at(-1) ?? '');
		return completion(
			'answer' in next
				? { role: 'assistant', content: next.answer }
				: { role: 'assistant', content: null, tool_calls: [toolCall(body, next, requests.length)] },
		);
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${address}/v1`,
		requests,
		tools: () => (requests.at(-1)?.tools ?? []).map((tool) => tool.function),
		toolResults: () => toolResultsOf(requests.at(-1)),
		play: (turns) => {
			requests.length = 0;
			script.splice(0, script.length, ...turns);
		},
		close: async () => await server.close(),
	};
}

function toolResultsOf(request?: CompletionRequest): string[] {
	return (request?.messages ?? [])
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => content ?? '');
}

function toolCall(
	{ tools = [] }: CompletionRequest,
	call: { tool: string; arguments: object },
	number: number,
) {
	const offered = tools.find((tool) => tool.function.name === call.tool)?.function;
	if (!offered) throw new Error(`The agent did not offer ${call.tool}`);
	const ajv = new Ajv({ strict: false });
	if (!ajv.validate(offered.parameters, call.arguments)) throw new Error(ajv.errorsText());
	return {
		id: `call_${number}`,
		type: 'function',
		function: { name: call.tool, arguments: JSON.stringify(call.arguments) },
	};
}

function completion(message: object) {
	return {
		id: 'completion',
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [
			{ index: 0, message, finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' },
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
