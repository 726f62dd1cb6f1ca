import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Replica } from '../../host/link.ts';
import type { Story } from '../../insight/story.ts';
import type { Ask } from '../../show/command.ts';
import type { Manifest } from '../../show/manifest.ts';
import { raceNow } from '../page/clock.ts';
import type { Intent } from '../page/keys.ts';
import { nothingOnTop, seenTop, type TopSight, withTop } from '../page/top-sight.ts';
import { onOffer, storyGraphic, storyOnAir } from './queue.ts';

/** The queue of stories: nothing of it goes on air but by a hand. */
export interface StoriesHand {
  /** Newest first. */
  readonly queue: ReadonlySignal<readonly Story[]>;
  /** The id of the one on air; empty where there is none. */
  readonly onAir: ReadonlySignal<string>;
  /** A graphic of this desk tells them. */
  readonly canTell: boolean;
  /** Takes one directly, or takes it out where it is on air; without an id, the one that its operator has seen at the top. */
  take(id?: string): void;
  /** Is not offered again on this page. */
  refuse(id: string): void;
  /** The desk has spoken, and the replica is of now. */
  hear(): void;
}

interface Asked {
  readonly replica: ReadonlySignal<Replica>;
  readonly manifests: readonly Manifest[];
  readonly send: (ask: Ask) => Promise<boolean>;
  /** Runs evenly, in milliseconds. */
  readonly now: () => number;
}

/** So long a story stays on air when it is taken from the queue: a title and two lines are read twice. */
const OUT_S = 10;

export function storiesHand({ replica, manifests, send, now }: Asked): StoriesHand {
  const graphic = storyGraphic(manifests);
  const refused = signal<ReadonlySet<string>>(new Set());
  const onAir = computed(() => storyOnAir(replica.value.show, graphic));
  const told = computed(() => replica.value.race?.insight?.stories ?? []);
  const offered = (): readonly Story[] =>
    onOffer(told.value, {
      raceMs: raceNow(replica.value, now()) ?? 0,
      refused: refused.value,
      onAir: onAir.value,
    });
  let top: TopSight<Story> = withTop(nothingOnTop, offered(), now());
  return {
    queue: computed(offered),
    onAir,
    canTell: graphic !== null,
    take(id = seenTop(top, now())?.id) {
      if (!graphic || id === undefined) return;
      const { overlay, param } = graphic;
      if (onAir.value === id) void send({ do: 'out', overlay });
      else void send({ do: 'take-direct', overlay, params: { [param]: id }, outS: OUT_S });
    },
    refuse(id) {
      refused.value = new Set([...refused.value, id]);
      top = withTop(top, offered(), now());
    },
    hear() {
      top = withTop(top, offered(), now());
    },
  };
}

/** Whether the intent was for the queue. */
export function onStories(intent: Intent, hand: StoriesHand): boolean {
  if (intent.do !== 'story') return false;
  hand.take(intent.id);
  return true;
}
