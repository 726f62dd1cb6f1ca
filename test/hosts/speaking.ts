/** They tell what follows from a race, which a desk thinks of: of a race that a host sends they have nothing to say. */
const ofInsight: readonly string[] = ['catch-meter', 'forecast-card', 'gap-graph', 'story-card'];

/** Those that have something to say of a race as it stands. */
export const speaking = (ids: readonly string[]): readonly string[] => ids.filter((id) => !ofInsight.includes(id));
