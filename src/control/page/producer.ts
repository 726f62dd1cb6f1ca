import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Link, Replica } from '../../host/link.ts';
import type { Waiting } from '../../race/confirm/waiting.ts';
import { pageCounts } from '../../race/listing/pages.ts';
import type { Ask } from '../../show/command.ts';
import { complete } from '../../show/complete.ts';
import type { Manifest, Params } from '../../show/manifest.ts';
import { holds, placing } from '../../show/placing.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { itemOf, type Show } from '../../show/show.ts';
import { stepsOf } from '../../show/steps.ts';
import type { Answer, OperatorEvent, Transport } from '../../wire/protocol.ts';
import { type DelayHand, delayHand, onDelays } from '../delay/delay-hand.ts';
import { focusByHand } from '../race/focus-by-hand.ts';
import { type Rhythm, withWord } from '../race/rhythm.ts';
import { askOf, paramsOf, steppable } from '../rundown/rundown.ts';
import { onRundown, type RundownHand, rundownHand } from '../rundown/rundown-hand.ts';
import { firstSight, seenShow, withAnswer, withQuestion, withShow } from '../rundown/sight.ts';
import { onStories, type StoriesHand, storiesHand } from '../stories/stories-hand.ts';
import { raceNow } from './clock.ts';
import { type Intent, type Opening, openings } from './keys.ts';
import { type BesideDesk, panicHand } from './panic-hand.ts';
import { nothingOnTop, seenTop, type TopSight, withTop } from './top-sight.ts';

/** What the producer's page knows and can ask. The show is the desk's: nothing here changes it but by command. */
export interface Producer {
  readonly manifests: readonly Manifest[];
  readonly replica: ReadonlySignal<Replica>;
  readonly show: ReadonlySignal<Show>;
  /** What pages say they draw, and the pages themselves. */
  readonly shown: ReadonlySignal<Replica['shown']>;
  readonly pages: ReadonlySignal<Replica['pages']>;
  /** What undo would take back, and redo bring again. */
  readonly changes: ReadonlySignal<Replica['changes']>;
  /** What is on air and leaves by itself. */
  readonly leaving: ReadonlySignal<Replica['leaving']>;
  readonly rundown: RundownHand;
  /** How often there is news of the race. */
  readonly rhythm: ReadonlySignal<Rhythm>;
  /** How late outputs are. */
  readonly delays: DelayHand;
  /** What the data tell that is worth telling. */
  readonly stories: StoriesHand;
  /** One sentence on what the desk did not do, or not wholly. */
  readonly refusal: ReadonlySignal<string | null>;
  readonly help: ReadonlySignal<boolean>;
  /** What the command line is open for; null while it is closed. It closes itself. */
  readonly line: Signal<Opening | null>;
  /** The desk is there: what stands on this page is true, and what is asked can be done. */
  readonly live: ReadonlySignal<boolean>;
  /** A panic keeps the picture clean. */
  readonly clean: ReadonlySignal<boolean>;
  /** The graphic that the next-step key is for. */
  readonly stepping: ReadonlySignal<Manifest | null>;
  /** A graphic as it is cued, else as it is on air, else as the rundown has it first. */
  params(manifest: Manifest): Params;
  /** After how many seconds the first item of a graphic leaves by itself; null where it stays. */
  outS(manifest: Manifest): number | null;
  /** How many steps a graphic has as it stands on air, else as it would be taken; null while nobody knows. */
  steps(manifest: Manifest): number | null;
  act(intent: Intent): void;
  /** Whether the desk did it. */
  ask(ask: Ask): Promise<boolean>;
  /** Edits an item and, where it is cued or on air so, the cue; never what is on air. */
  edit(item: RundownItem, params: Params): void;
  /** Whether the desk did it. */
  steer(transport: Transport): Promise<boolean>;
  /** What the producer says about the race: the name of a group, the group on camera. */
  tell(event: OperatorEvent): Promise<boolean>;
  dismiss(): void;
  close(): void;
}

/** `now` runs evenly, in milliseconds. */
export function producer(
  link: Link,
  manifests: readonly Manifest[],
  beside: BesideDesk,
  now = () => performance.now(),
): Producer {
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  const replica = signal(link.replica());
  let sight = firstSight(replica.value.show);
  const show = computed(() => replica.value.show);
  const refusal = signal<string | null>(null);
  const help = signal(false);
  const line = signal<Opening | null>(null);
  const touched = signal<string | null>(null);
  const rundown = rundownHand(replica, (edit) => hear(link.edit(edit)));
  const leaving = computed(() => replica.value.leaving);
  const params = (manifest: Manifest) => paramsOf(show.value, manifest, rundown.rundown.value);

  const race = computed(() => replica.value.race);
  const counts = computed(() => pageCounts(race.value));
  const stepsNow = (manifest: Manifest) => {
    const walking = itemOf(show.value.program, manifest.id)?.params ?? params(manifest);
    return stepsOf(manifest, walking, counts.value);
  };
  const steps = new Map(manifests.map((manifest) => [manifest.id, computed(() => stepsNow(manifest))]));

  async function hear(asking: Promise<Answer>): Promise<boolean> {
    const answer = await asking;
    refusal.value = answer.ok ? (answer.note ?? null) : `Not done: ${answer.error}`;
    return answer.ok;
  }
  async function send(ask: Ask): Promise<boolean> {
    if ('overlay' in ask) touched.value = ask.overlay;
    const foreseen = complete(ask, { manifests: byId, show: show.value, counts: counts.peek() });
    if (foreseen.ok) sight = withQuestion(sight, foreseen.value);
    const ok = await hear(link.command(ask));
    if (foreseen.ok) sight = withAnswer(sight, foreseen.value, ok, link.replica().show);
    return ok;
  }
  const rhythm = signal<Rhythm>([]);
  let waiting: TopSight<Waiting> = withTop(nothingOnTop, replica.value.waiting, now());
  /** Yes or no to what its operator has seen waiting. */
  function judge(kind: 'confirm' | 'dismiss'): void {
    const seen = seenTop(waiting, now());
    if (seen) void hear(link.tell({ kind, id: seen.id, first: seen.first }));
  }
  const delays = delayHand(replica, send, now);
  const stories = storiesHand({ replica, manifests, send, now });
  const hand = panicHand(link, send, beside);
  const live = computed(() => replica.value.connection === 'live');
  const stopListening = link.onChange(() => {
    const next = link.replica();
    if (next.show !== replica.value.show) sight = withShow(sight, next.show, now());
    waiting = withTop(waiting, next.waiting, now());
    const { race: known } = replica.value;
    rhythm.value = withWord(rhythm.value, known, next.race, raceNow(next, now()) ?? 0, next.clock.rate);
    replica.value = next;
    stories.hear();
    hand.deskSpoke();
  });

  /** Again is release, where its operator has seen that the desk keeps the picture clean; else it is panic, always. */
  function panic(): void {
    // Who only watches does not clean the pages of this browser either.
    if (replica.value.admitted?.trust === 'viewer') return void send({ do: 'panic' });
    const known = live.value && !hand.untold.value && seenShow(sight, now()).latched;
    if (known) hand.release();
    else hand.panic();
  }

  return {
    manifests,
    replica,
    show,
    shown: computed(() => replica.value.shown),
    pages: computed(() => replica.value.pages),
    changes: computed(() => replica.value.changes),
    leaving,
    rundown,
    rhythm,
    delays,
    stories,
    refusal,
    help,
    line,
    live,
    clean: computed(() => hand.untold.value || show.value.latched),
    stepping: computed(() => steppable(show.value, manifests, touched.value)),
    params,
    outS: ({ id }) => rundown.rundown.value.items.find(({ overlay }) => overlay === id)?.outS ?? null,
    steps: ({ id }) => steps.get(id)?.value ?? null,
    act(intent) {
      if (replica.value.connection === 'refused' && intent.do !== 'panic') return;
      const helped = help.value;
      help.value = intent.do === 'help' && !helped;
      // While the keys are explained only the panic is for the show: Esc, like any other key, closes the dialog.
      if (helped && intent.do !== 'panic') return;
      if (intent.do === 'panic') return panic();
      if (intent.do === 'by-hand') return focusByHand();
      line.value = openings.find((one) => one === intent.do) ?? null;
      if (onRundown(intent, rundown) || onDelays(intent, delays) || onStories(intent, stories)) return;
      if (intent.do === 'confirm' || intent.do === 'not-so')
        return judge(intent.do === 'confirm' ? 'confirm' : 'dismiss');
      const ask = askOf(intent, {
        show: seenShow(sight, now()),
        rundown: rundown.rundown.value,
        bank: rundown.bank.value,
        manifests,
        touched: touched.value,
        leaving: leaving.value.at(-1)?.overlay ?? null,
      });
      if (ask) void send(ask);
    },
    ask: send,
    edit(item, changed) {
      const { program, preview } = seenShow(sight, now());
      const isPlaced = holds(program, item) || holds(preview, item);
      rundown.change(item, { params: changed });
      if (isPlaced) void send({ do: 'cue', ...placing({ ...item, params: { ...item.params, ...changed } }) });
    },
    steer: (transport) => hear(link.transport(transport)),
    tell: (event) => hear(link.tell(event)),
    dismiss() {
      refusal.value = null;
    },
    close() {
      stopListening();
      link.close();
    },
  };
}
