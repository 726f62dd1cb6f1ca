/**
 * How far somebody is trusted. A `listener` sees what anyone may see. An `output` does as well, and is believed in what it
 * says that it draws: it is for the address of a picture on another machine. A `viewer` sees what the crew sees. An
 * `operator` commands the show and speaks on the race. An `engineer` also decides what holds for all: delays, what becomes
 * of graphics without news, tapes, and whose a layer is.
 */
export const trusts = ['listener', 'output', 'viewer', 'operator', 'engineer'] as const;
export type Trust = (typeof trusts)[number];

/** For what a token can be made. */
export const tokenTrusts = ['engineer', 'operator', 'viewer', 'output'] as const satisfies readonly Trust[];
export type TokenTrust = (typeof tokenTrusts)[number];

export const seesCrew = (trust: Trust): boolean => trusts.indexOf(trust) >= trusts.indexOf('viewer');
export const mayOperate = (trust: Trust): boolean => trust === 'operator' || trust === 'engineer';
/** Whether it is believed in what it says that it draws. */
export const mayReport = (trust: Trust): boolean => trust === 'output' || mayOperate(trust);
