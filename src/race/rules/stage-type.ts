export const stageTypes = ['flat', 'hilly', 'mountain', 'time-trial', 'team-time-trial', 'circuit'] as const;
export type StageType = (typeof stageTypes)[number];
