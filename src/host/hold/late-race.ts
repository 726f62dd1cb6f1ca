import { delayOf } from '../../show/delay.ts';
import { foldDelta, parseDelta } from '../../wire/parse.ts';
import type { RaceClock, Snapshot } from '../../wire/public/half.ts';
import type { Coming, PublicMessage } from './arrivals.ts';
import type { DeskClock } from './desk-clock.ts';
import { createHold } from './hold.ts';

/** Which output a page is, and how late where its desk says nothing of it; null is a page that is none, and never late. */
export type LateOutput = { readonly name: string; readonly lateS: number } | null;

interface Told {
  /** The clock of the race as it is shown, from this moment of the page on. */
  clock(clock: RaceClock, fromMs: number): void;
  /** All of the public half as it is shown now. */
  shown(snapshot: Snapshot): void;
  /** What was held could not be read: a greeting is awaited. */
  hole(): void;
  /** How late it is has become other. */
  late(): void;
}

/** The public half as a page shows it: what came in, folded when it is due. */
export interface LateRace {
  heard(messages: readonly PublicMessage[], how: Coming): void;
  /** What is held is shown at once: where nothing of it is drawn. */
  letGo(): void;
  /** Seconds: how late it is now, or will be. */
  lateS(): number;
  close(): void;
}

/** While it is on its way to another delay it says so often how late it is. */
const SAY_MS = 1000;
/** What is known of the desk's clock is better by so much: the clock of the race is told again. */
const BETTER_MS = 10;
/**
 * A clock that is off by less goes faster or slower by so much until it is right, and with a delay that is on its way no
 * more than that; one that is off by more is another one.
 */
const SMALL_MS = 500;
const CATCH_UP = 0.1;

/** `now` is the clock of the page, in milliseconds. */
export function createLateRace(output: LateOutput, told: Told, now: () => number): LateRace {
  const hold = createHold<PublicMessage>();
  hold.begin(output?.lateS ?? 0);
  let snapshot: Snapshot | null = null;
  let shownOf: DeskClock | null = null;
  let clock: { readonly its: RaceClock; readonly freshMs: () => number } | null = null;
  let saidMs = 0;
  let said: (RaceClock & { readonly fromMs: number }) | null = null;
  let caughtUpMs = Infinity;
  let isSettled = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (its: RaceClock, fromMs: number) => {
    said = { ...its, fromMs };
    told.clock(its, fromMs);
  };
  const sayClock = () => {
    if (!clock) return;
    const { its, freshMs } = clock;
    saidMs = freshMs();
    const [nowMs, pace] = [now(), hold.pace(now())];
    const lateMs = hold.lateS(nowMs) * 1000;
    const { rate } = its;
    const isMs = its.atMs + (nowMs - lateMs - saidMs) * rate;
    const apartMs = said ? isMs - (said.atMs + (nowMs - said.fromMs) * said.rate) : 0;
    const isSmall = output !== null && Math.abs(apartMs) > 0.5 && Math.abs(apartMs) < SMALL_MS * rate;
    const catching = Math.min(1 + CATCH_UP, Math.max(1 - CATCH_UP, pace + Math.sign(apartMs) * CATCH_UP));
    caughtUpMs = isSmall && catching !== pace ? nowMs + apartMs / ((catching - pace) * rate) : Infinity;
    if (isSmall) say({ atMs: isMs - apartMs, rate: rate * catching }, nowMs);
    else if (pace === 1) say(its, saidMs + lateMs);
    else say({ atMs: isMs, rate: rate * pace }, nowMs);
  };
  const tell = () => snapshot && told.shown(snapshot);
  /** Whether it could be read. */
  const fold = (message: PublicMessage): boolean => {
    const { freshMs } = message;
    if (message.kind === 'clock') clock = { its: message.clock, freshMs };
    else if (message.kind === 'snapshot') snapshot = message.snapshot;
    else {
      const delta = parseDelta(message.input);
      if (!delta.ok) return false;
      if (snapshot) snapshot = foldDelta(snapshot, delta.value);
      if (delta.value.clock) clock = { its: delta.value.clock, freshMs };
    }
    shownOf = message.desk;
    return true;
  };
  const show = (messages: readonly PublicMessage[]) => {
    if (messages.length === 0) return;
    const before = clock;
    if (!messages.every(fold)) {
      hold.forget(() => true);
      return told.hole();
    }
    if (clock !== before) sayClock();
    tell();
  };
  const retarget = ({ air }: PublicMessage) => {
    if (!output || !air) return;
    const targetS = delayOf(air.delays, output.name) ?? output.lateS;
    // Who has shown nothing begins as late as it is to be.
    if (!snapshot) {
      hold.begin(targetS);
      told.late();
    } else if (targetS !== hold.lateness().toS) {
      hold.head(targetS, now());
      isSettled = false;
      sayClock();
      tell();
    }
  };
  const look = () => {
    show(hold.due(now()));
    if (now() >= caughtUpMs) {
      sayClock();
      tell();
    }
    if (!isSettled) {
      isSettled = now() >= hold.settlesMs();
      if (isSettled) {
        sayClock();
        tell();
      }
      told.late();
    }
    waitForNext();
  };
  const waitForNext = () => {
    clearTimeout(timer);
    const settlesMs = isSettled ? Infinity : Math.min(hold.settlesMs(), now() + SAY_MS);
    const nextMs = Math.min(hold.nextMs(), settlesMs, caughtUpMs);
    if (nextMs < Infinity) timer = setTimeout(look, Math.max(0, nextMs - now()));
  };

  return {
    heard(messages, how) {
      const newest = messages.findLast(({ air }) => air !== null);
      const { desk } = messages[0]!;
      const shownSeq = how === 'again' && shownOf === desk ? (snapshot?.seq ?? -1) : -1;
      if (how === 'again') hold.forget((message) => message.desk === desk);
      hold.arrive(messages);
      if (newest) retarget(newest);
      // A panic is never late, nor is what was shown already: all before it goes with it.
      const atOnce = hold.upTo(({ air, seq, desk: its }) => air?.latched === true || (its === desk && seq <= shownSeq));
      show([...atOnce, ...hold.due(now())]);
      if (clock && Math.abs(clock.freshMs() - saidMs) > BETTER_MS) {
        sayClock();
        tell();
      }
      waitForNext();
    },
    letGo() {
      show(hold.upTo(() => true));
      waitForNext();
    },
    lateS: () => hold.lateS(now()),
    close: () => clearTimeout(timer),
  };
}
