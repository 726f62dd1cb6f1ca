/**
 * How far somebody is trusted. A `listener` sees what anyone may see. An `output` does as well, and is believed in what it
 * says that it draws: it is for the address of a picture on another machine. A `source` sees no more, and is believed in
 * what it says of the road: it is for a program that brings positions or crossings. A `viewer` sees what the crew sees. An
 * `operator` commands the show and speaks on the race. An `engineer` also decides what holds for all: delays, what becomes
 * of graphics without news, tapes, and whose a layer is.
 */
export const trusts = ['listener', 'source', 'output', 'viewer', 'operator', 'engineer'] as const;
export type Trust = (typeof trusts)[number];

/** For what a token can be made. */
export const tokenTrusts = ['engineer', 'operator', 'viewer', 'output', 'source'] as const satisfies readonly Trust[];
export type TokenTrust = (typeof tokenTrusts)[number];

export const seesCrew = (trust: Trust): boolean => trusts.indexOf(trust) >= trusts.indexOf('viewer');
export const mayOperate = (trust: Trust): boolean => trust === 'operator' || trust === 'engineer';
/** Whether it is believed in what it says that it draws. */
export const mayReport = (trust: Trust): boolean => trust === 'output' || mayOperate(trust);
/** Whether it is believed in where riders are. */
export const mayFeed = (trust: Trust): boolean => trust === 'source' || trust === 'engineer';
