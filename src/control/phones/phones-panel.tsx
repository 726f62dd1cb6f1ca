import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { raceNow } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { JoinSign } from './join-sign.tsx';
import { type PhoneRow, phoneRows, phonesSaid } from './phone-rows.ts';
import { phonesHand } from './phones-hand.ts';
import { SureButton } from './sure-button.tsx';

interface Props {
  readonly producer: Producer;
  readonly now: ReadonlySignal<number>;
}

/** Riders' phones, and whatever else tells its battery: how they join, and how each of them is. */
export function PhonesPanel({ producer, now }: Props) {
  const { replica } = producer;
  const isThere = useComputed(() => replica.value.desk.joins || replica.value.devices.length > 0);
  return isThere.value ? <Phones producer={producer} now={now} /> : null;
}

function Phones({ producer, now }: Props) {
  const { replica, live } = producer;
  const { joins } = replica.value.desk;
  const hand = useMemo(phonesHand, []);
  useSignalEffect(() => (live.value && replica.value.desk.joins ? hand.look() : undefined));
  const isOpen = useSignal<boolean | null>(null);
  const view = hand.view.value;
  const rows = phoneRows(joins ? (view?.phones ?? []) : null, replica.value, raceNow(replica.value, now.value));
  const joined = rows.filter(({ isJoined }) => isJoined).length;
  return (
    <section class="panel phones" aria-label={joins ? 'Phones' : 'Devices'}>
      <h2>{joins ? 'Phones' : 'Devices'}</h2>
      <p class="sum" role="status">
        {phonesSaid(rows)}
      </p>
      {view && (
        <details
          open={isOpen.value ?? view.phones.length === 0}
          onToggle={({ currentTarget }) => {
            isOpen.value = currentTarget.open;
          }}
        >
          <summary>Join: the sign for the riders</summary>
          <JoinSign view={view} />
        </details>
      )}
      <output>{hand.refusal.value}</output>
      {rows.length > 0 && (
        <fieldset disabled={!live.value} aria-label="How they are">
          <ul>
            {rows.map((row) => (
              <Row key={row.bib} row={row} onFree={() => void hand.free(row.bib)} />
            ))}
          </ul>
          {joined > 1 && (
            <SureButton
              label="Free all, for the next race"
              again={`Free all ${joined}, and a new sign? Press again`}
              name="Free all numbers"
              onSure={() => void hand.free(null)}
            />
          )}
        </fieldset>
      )}
    </section>
  );
}

function Row({ row, onFree }: { readonly row: PhoneRow; readonly onFree: () => void }) {
  const { bib, name, level, words, age, accuracy, battery, isJoined } = row;
  return (
    <li data-level={level} aria-label={`Number ${bib}`}>
      <b>{bib}</b>
      <span class="who" title={name}>
        {name}
      </span>
      <small>{words}</small>
      <span class="figures">
        <span title="Since its newest fix">{age}</span>
        <span title="How sure it is of its place">{accuracy}</span>
        <span title="Battery">{battery}</span>
      </span>
      {isJoined && <SureButton label="Free" again="Sure?" name={`Free number ${bib}`} onSure={onFree} />}
    </li>
  );
}
