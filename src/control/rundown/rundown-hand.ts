import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Replica } from '../../host/link.ts';
import type { Bank, Rundown, RundownItem } from '../../show/rundown.ts';
import type { RundownEdit } from '../../show/rundown-edit.ts';
import type { Intent } from '../page/keys.ts';

/** What may be changed of an item. */
export type ItemChange = Extract<RundownEdit, { do: 'edit' }>['item'];

/** The rundown as this page shows it, and what its operator does with it. Bank and selection are this page's own. */
export interface RundownHand {
  /** With what was edited here and is not answered yet. */
  readonly rundown: ReadonlySignal<Rundown>;
  readonly names: ReadonlySignal<readonly string[]>;
  /** What was removed last and can be put back. */
  readonly removed: ReadonlySignal<string | null>;
  readonly bank: ReadonlySignal<Bank>;
  /** Of the bank that is open. */
  readonly items: ReadonlySignal<readonly RundownItem[]>;
  readonly selected: ReadonlySignal<RundownItem | null>;
  /** Where the rundown lies over the page: whether it is there. */
  readonly drawer: Signal<boolean>;
  /** Counts how often the form was asked for: it takes the keys each time. */
  readonly asked: Signal<number>;
  open(bank: Bank): void;
  select(id: string): void;
  /** The next item of the bank, or the one before; it stops at the ends. */
  walk(by: 1 | -1): void;
  /** Whether the desk did it. */
  edit(edit: RundownEdit): Promise<boolean>;
  change(item: RundownItem, change: ItemChange): void;
  move(by: 1 | -1): void;
  duplicate(): void;
  remove(): void;
  /** At the end of the bank that is open, and selected. */
  add(overlay: string): void;
}

/** `send` asks the desk, and says whether it was done. */
export function rundownHand(
  replica: ReadonlySignal<Replica>,
  send: (edit: RundownEdit) => Promise<boolean>,
): RundownHand {
  const told = computed(() => replica.value.rundowns);
  /** What was changed here, by item, until the desk has answered. */
  const open = signal<readonly { readonly id: string; readonly change: ItemChange }[]>([]);
  const bank = signal<Bank>(1);
  const picked = signal<Readonly<Record<string, string>>>({});

  const rundown = computed((): Rundown => {
    const { name, items } = told.value.chosen;
    return { name, items: items.map((item) => open.value.filter(({ id }) => id === item.id).reduce(changed, item)) };
  });
  const items = computed(() => rundown.value.items.filter((item) => item.bank === bank.value));
  /** Each bank of each rundown remembers its own. */
  const shelf = computed(() => `${bank.value} ${rundown.value.name}`);
  const selected = computed(() => {
    const id = picked.value[shelf.value];
    return items.value.find((item) => item.id === id) ?? items.value[0] ?? null;
  });

  const select = (id: string) => {
    picked.value = { ...picked.value, [shelf.value]: id };
  };
  async function change(item: RundownItem, its: ItemChange): Promise<void> {
    const one = { id: item.id, change: its };
    open.value = [...open.value, one];
    const isElsewhere = its.bank !== undefined && its.bank !== bank.value;
    if (isElsewhere) bank.value = its.bank!;
    if (isElsewhere) select(item.id);
    await send({ do: 'edit', id: item.id, item: its });
    open.value = open.value.filter((other) => other !== one);
  }
  /** What stands there once the desk has done it is selected. */
  async function selecting(edit: RundownEdit, find: () => RundownItem | undefined): Promise<void> {
    if (!(await send(edit))) return;
    const item = find();
    if (item) select(item.id);
  }
  return {
    rundown,
    names: computed(() => told.value.names),
    removed: computed(() => told.value.removed),
    bank,
    items,
    selected,
    drawer: signal(false),
    asked: signal(0),
    open(next) {
      bank.value = next;
    },
    select,
    walk(by) {
      const at = selected.value ? items.value.indexOf(selected.value) : -1;
      const next = items.value[at + by];
      if (next) select(next.id);
    },
    edit: send,
    change: (item, its) => void change(item, its),
    move(by) {
      const item = selected.value;
      if (item) void send({ do: 'move', id: item.id, by });
    },
    duplicate() {
      const item = selected.value;
      if (!item) return;
      const next = () => rundown.value.items[rundown.value.items.findIndex(({ id }) => id === item.id) + 1];
      void selecting({ do: 'duplicate', id: item.id }, next);
    },
    remove() {
      const item = selected.value;
      if (!item) return;
      const at = items.value.indexOf(item);
      const next = items.value[at + 1] ?? items.value[at - 1];
      if (next) select(next.id);
      void send({ do: 'remove', id: item.id });
    },
    add: (overlay) =>
      void selecting({ do: 'add', to: rundown.value.name, item: { overlay, bank: bank.value } }, () =>
        items.value.at(-1),
      ),
  };
}

const changed = (item: RundownItem, { change }: { readonly change: ItemChange }): RundownItem => ({
  ...item,
  ...change,
  params: { ...item.params, ...change.params },
});

/** Does what an intent asks of the rundown; whether it was one. */
export function onRundown(intent: Intent, hand: RundownHand): boolean {
  switch (intent.do) {
    case 'bank':
      hand.open(intent.bank);
      return true;
    case 'select':
      hand.walk(intent.by);
      return true;
    case 'move':
      hand.move(intent.by);
      return true;
    case 'duplicate':
      hand.duplicate();
      return true;
    case 'remove':
      hand.remove();
      return true;
    case 'form':
      hand.asked.value += 1;
      return true;
    default:
      return false;
  }
}
