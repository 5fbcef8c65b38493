/**
 * A time on the wall clock of a zone that nobody names, in whole seconds: `2021-02-14T13:40:39`. Such
 * texts sort by time, and are compared with others of the same clock only.
 */
export type Stamp = string;

/** @param ms since 1970, as if the wall clock were that of UTC */
export const stampOf = (ms: number): Stamp => new Date(ms).toISOString().slice(0, 19);

/** Ms since 1970, as if the wall clock were that of UTC: for differences. */
export const msOf = (stamp: Stamp): number => Date.parse(`${toSecond(stamp)}Z`);

/** Without fractions of a second. */
export const toSecond = (time: string): Stamp => time.slice(0, 19);

/** The same wall clock some ms before; nothing where there is no stamp. */
export const before = (stamp: Stamp, ms: number): Stamp =>
	stamp === '' ? '' : stampOf(msOf(stamp) - ms);

/** The latest; nothing if there is none. */
export const latest = (stamps: readonly Stamp[]): Stamp =>
	stamps.reduce((last, stamp) => (stamp > last ? stamp : last), '');
