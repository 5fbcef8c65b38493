import type { Method, Route } from './route';

/** The routes of one path by their methods. */
interface Place {
	readonly routes: Map<Method, Route>;
	/** `id` of `/api/patients/:id`, in order. */
	readonly names: readonly string[];
}

/** What a path leads to. */
export interface Match {
	/** None: the path is there, but not with this method. */
	readonly route?: Route;
	readonly params: Readonly<Record<string, string>>;
}

const segments = (path: string): string[] => path.split('/').filter(Boolean);

/** `/api/patients/:id` as `/api/patients/*`, to look places up by. */
const shapeOf = (parts: readonly string[]): string =>
	parts.map((part) => (part.startsWith(':') ? '*' : part)).join('/');

/** Every way to read a path as a place: each part after the resource may be an ID, the fewest first. */
function shapes([api, resource, ...rest]: readonly string[]): string[] {
	const readings = rest.reduce<string[][]>(
		(all, part) => [...all.map((one) => [...one, part]), ...all.map((one) => [...one, '*'])],
		[[]],
	);
	return readings.map((reading) => [api, resource, ...reading].join('/'));
}

/** Finds routes by paths. Made once: a server starts for every file of tests. */
export function createRouter(
	routes: readonly Route[],
): (method: string, path: string) => Match | undefined {
	const places = new Map<string, Place>();
	for (const route of routes) {
		const parts = segments(route.path);
		const names = parts.filter((part) => part.startsWith(':')).map((part) => part.slice(1));
		const place = places.get(shapeOf(parts)) ?? { routes: new Map(), names };
		if (!place.routes.has(route.method)) place.routes.set(route.method, route);
		places.set(shapeOf(parts), place);
	}
	return (method, path) => {
		const parts = segments(path);
		if (parts.length > 4) return undefined;
		for (const shape of shapes(parts)) {
			const place = places.get(shape);
			if (!place) continue;
			const ids = shape
				.split('/')
				.flatMap((part, index) => (part === '*' ? [decodeURIComponent(parts[index])] : []));
			const params = Object.fromEntries(place.names.map((name, index) => [name, ids[index]]));
			return { route: [...place.routes.values()].find((one) => one.method === method), params };
		}
		return undefined;
	};
}
