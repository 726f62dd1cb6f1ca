import type { RaceWord } from './words.ts';

/** What is done to the desk itself: to a feed that is played, and to the rundown that all controls show. */
export const steerWords: Readonly<Record<string, RaceWord>> = {
  pause: {
    tell: (desk, _, author) => desk.transport({ do: 'pause' }, author),
    what: 'Holds a race that is played, not one that happens now.',
    fields: [],
    main: null,
    example: {},
  },
  play: {
    tell: (desk, _, author) => desk.transport({ do: 'play' }, author),
    what: 'Lets a race that is played go on.',
    fields: [],
    main: null,
    example: {},
  },
  choose: {
    tell: (desk, said, author) => desk.edit({ do: 'choose', name: said.get('name') ?? '' }, author),
    what: 'Opens another rundown in every control, and for every button.',
    fields: [{ name: 'name', what: 'Its name.', type: 'text', required: true }],
    main: 'name',
    example: { name: 'Circuit' },
  },
};
