import type { Clock } from './clock';
import type { FaultBook } from './faults';
import type { FirstTimes } from './firstTimes';
import type { FileShelf } from './fileShelf';
import type { RequestLog } from './log';
import type { TokenStore } from './oauth/tokens';
import type { Store } from './store';
import type { Throttle } from './throttle';
import type { Application, IframeSettings, SimulatorOptions } from './types';
import type { WebhookSender } from './webhooks';

export type Settings = Required<Omit<SimulatorOptions, 'startAt' | 'port' | 'throttle' | 'doubts'>>;

/** All state behind one simulator. */
export interface Practice {
	readonly settings: Readonly<Settings>;
	readonly application: Readonly<Application>;
	readonly iframe: IframeSettings;
	readonly clock: Clock;
	readonly store: Store;
	readonly tokens: TokenStore;
	readonly throttle: Throttle;
	readonly faults: FaultBook;
	readonly firstTimes: FirstTimes;
	readonly log: RequestLog;
	readonly webhooks: WebhookSender;
	readonly files: FileShelf;
	/** Where files are served from; '' until the file host listens. */
	fileUrl(): string;
	/** Aborted when the simulator closes, so that nothing waits any longer. */
	readonly closing: AbortSignal;
}
