import type { RaceAndInsight } from '../insight/insight.ts';
import type { Scorecard } from '../insight/score.ts';
import { pageCounts } from '../race/listing/pages.ts';
import type { Race } from '../race/race.ts';
import { nothingLeaves } from '../show/auto-out.ts';
import { type Rundown, rundownsFrom } from '../show/rundown.ts';
import type { RundownEdit } from '../show/rundown-edit.ts';
import { emptyShow } from '../show/show.ts';
import { neverChanged } from '../show/undo.ts';
import type { Crew } from '../wire/crew/half.ts';
import type { Answer, OperatorEvent, Transport } from '../wire/protocol.ts';
import { type AirLog, createAirLog } from './as-run/air-log.ts';
import { noStills } from './as-run/still-folder.ts';
import { createRoadless } from './course/roadless.ts';
import type { DeskOptions } from './desk-options.ts';
import type { Timed } from './feeds/feed.ts';
import { forecastNotes } from './forecast-notes.ts';
import { createFreezer } from './freezer.ts';
import { crewNow } from './halves/crew-half.ts';
import { createCrewView } from './halves/crew-view.ts';
import type { PublicView } from './halves/public-half.ts';
import { createIntake } from './intake.ts';
import { createFeedDeeds } from './log/feed-deeds.ts';
import { createDeskLog } from './log/log.ts';
import { createOperators } from './operators.ts';
import { whatFailed } from './outlive.ts';
import { createPublishPace } from './publish-pace.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createRegister, type Register } from './register/register.ts';
import { createRundownKeeper } from './rundown/keeper.ts';
import { createSuiting } from './rundown/suiting.ts';
import { createShowKeeper } from './show-keeper.ts';
import { sketchOf } from './sketch.ts';
import { OPERATOR } from './tape/entry.ts';

/** How often the desk looks at its clock. */
const LOOK_MS = 20;

/** The desk: one race, one show, for all pages. */
export interface Desk extends Pick<Publisher, 'onFrame' | 'greeting' | 'greetingOf' | 'tellThemes'> {
  /** The one door for commands: what is asked may be anything, and is done or refused in one sentence. */
  command(ask: unknown, author: string): Answer;
  /** Of the rundowns: done and told to all controls, or refused in one sentence. */
  edit(edit: RundownEdit, author: string): Answer;
  /** By its name, or the chosen one; null where there is none of that name. */
  rundown(name: string | null): Rundown | null;
  transport(transport: Transport, author: string): Answer;
  tell(event: OperatorEvent, author: string): Answer;
  /** What was on air. */
  readonly asRun: AirLog;
  /** Who listens, and what they say they draw. */
  readonly register: Register;
  /** How good the forecasts of this race were so far. */
  scorecard(): Scorecard;
  /** What is true now, also while pages wait for the next delta. */
  picture(): DeskView;
  start(): void;
  stop(): void;
}

/** The public's view, and what the crew has besides. */
export type DeskView = PublicView & Pick<Crew, 'desk' | 'shown' | 'waiting' | 'changes' | 'leaving'>;

export function createDesk(options: DeskOptions): Desk {
  const { feed, drive, recorder, notices, stills = noStills, now } = options;
  const past = options.past?.log ?? [];
  const log = createDeskLog({ past, raceMs: () => driver.clock().atMs, now: Date.now, recorder });
  const feedDeeds = createFeedDeeds(past);
  const { manifests } = options;
  const graphics = [...manifests.values()];
  const first = options.kept ?? { kept: neverChanged(emptyShow), autoOut: nothingLeaves, takers: {} };
  const keeper = createShowKeeper({ first, manifests, recorder, log, now });
  const { rundowns = rundownsFrom([], null, manifests).rundowns, keepRundowns = () => {} } = options;
  const rundown = createRundownKeeper({ first: rundowns, manifests, recorder, log, keep: keepRundowns });
  const intake = createIntake({
    source: feed,
    notices,
    laps: options.laps ?? null,
    ...(options.history && { history: options.history }),
    forecasts: forecastNotes(recorder, () => driver.folding),
    wallMs: 'span' in feed ? null : Date.now,
  });
  const seeAir = () => asRun.look({ air: register.air(), show: keeper.show(), race: named });
  const register = createRegister(Date.now, seeAir);
  const asRun = createAirLog({ past: options.past?.air, manifests: graphics, recorder, folder: stills, now: Date.now });
  asRun.taken(keeper.show(), keeper.takers());
  /** What is shown while the past is folded. */
  let sketched: RaceAndInsight | null = null;
  let isNew = false;
  /** The newest race that was told: its names, and what it did not believe, stand until there is another. */
  let named: Race | null = null;
  const operators = createOperators({ recorder, log, intake, race: () => named, driver: () => driver });
  const freezer = createFreezer();
  const pace = createPublishPace(now);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const driver = drive({
    now,
    take(input: Timed) {
      recorder.input(input, operators.saying());
      isNew = true;
      const taken = intake.take(input);
      if (input.topic !== OPERATOR)
        for (const event of taken.events) log.note(feedDeeds.hear(event, input.feed), input.feed, input.atMs);
      return taken;
    },
    keep: (input) => recorder.input(input, operators.saying()),
    restart() {
      recorder.restart();
      intake.restart();
    },
    trouble: (text, of) => notices.add('warning', text, of),
    deed: (what, author) => log.note({ kind: 'race', what, why: null }, author),
    sketch(inputs, atMs) {
      sketched = sketchOf(feed, inputs, atMs);
      publish();
    },
  });

  const crew = createCrewView({
    feed,
    notices,
    isBusy: () => driver.folding,
    manifests: graphics,
    keeper,
    rundown,
    register,
    intake,
    race: () => named,
  });
  const view = (): PublicView => {
    const [clock, clockMs] = [driver.clock(), now()];
    if (!driver.folding) {
      sketched = null;
      intake.advance(clock.atMs);
    }
    const live = { race: driver.folding ? sketched : intake.race(clock.atMs), clock };
    const told = freezer.told(live, keeper.show().frozen, driver.folding);
    keeper.count(pageCounts(told.race));
    return { ...told, clockMs, show: keeper.show() };
  };
  const publisher = createPublisher({ show: keeper.show(), clock: driver.clock() }, crewNow(crew), log, now);

  const suit = createSuiting(rundown, options.suited ?? (() => null));
  const sayRoadless = createRoadless((sentence) => notices.add('info', sentence), now);
  const publish = () => pace.publish(giveOut);
  const giveOut = () => {
    isNew = false;
    try {
      const all = view();
      if (all.race) suit(all.race);
      if (all.race && !driver.folding) sayRoadless(all.race);
      named = all.race ?? named;
      publisher.publish(all);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notices.add(
        'error',
        `The race could not be sent to the pages (${why}): they hold the last picture; keep the tape.`,
      );
    }
    publisher.tellCrew(crew);
    publisher.tellLog();
  };
  const publishIfDue = () => {
    if (driver.folding) return;
    const clock = driver.clock();
    recorder.clock(clock, false);
    if (pace.isDue(isNew, clock.rate !== 0)) publish();
  };
  const look = () => {
    let more = false;
    try {
      recorder.tend();
      if (keeper.tend()) publish();
      more = recorder.together(driver.advance);
      publishIfDue();
      publisher.tellCrew(crew);
      publisher.tellLog();
      seeAir();
    } catch (error) {
      // Without its next look the desk would live on as a picture that stands.
      notices.add(
        'error',
        `The desk stumbled over what its feed gave (${whatFailed(error)}): it goes on; keep the tape.`,
      );
    }
    timer = setTimeout(look, more ? 0 : LOOK_MS);
  };

  return {
    ...publisher,
    register,
    command(ask, author) {
      const answer = keeper.command(ask, author);
      if (answer.ok) asRun.taken(keeper.show(), keeper.takers());
      if (answer.ok) publish();
      return answer;
    },
    edit(edit, author) {
      const answer = rundown.edit(edit, author);
      if (answer.ok) publisher.tellCrew(crew);
      return answer;
    },
    rundown: rundown.rundown,
    asRun,
    scorecard: intake.scorecard,
    transport(transport, author) {
      const answer = operators.transport(transport, author);
      if (answer.ok && !driver.folding) publish();
      return answer;
    },
    tell(event, author) {
      const answer = operators.tell(event, author);
      if (answer.ok) publish();
      return answer;
    },
    picture() {
      const told = view();
      // While the past is folded and not yet sketched, the race is what it was.
      const race = told.race ?? named;
      const [shown, waiting, changes, leaving] = [crew.shown(), crew.waiting(), crew.changes(), crew.leaving()];
      return { ...told, race, desk: crew.desk(), shown, waiting, changes, leaving };
    },
    start() {
      const what = options.past ? 'the desk is taken up again' : `the desk begins with ${feed.title}`;
      log.note({ kind: 'desk', what, why: options.past ? 'it was killed, or stopped without an end' : null }, 'desk');
      look();
    },
    stop() {
      clearTimeout(timer);
      driver.stop();
    },
  };
}
