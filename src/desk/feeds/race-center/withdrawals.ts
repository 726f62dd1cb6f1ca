import type { RiderStatusEvent } from '../../../race/event.ts';
import { bibOf, type Json, recordsOf, textOf } from '../json.ts';
import { toldAtMs } from './local-time.ts';
import { type Who, whoHas } from './ranking-rows.ts';
import { statusOf } from './status-words.ts';

/**
 * Who has left the race, as the organiser lists them (`stageWithdrawals`): a rider a record, or records with a list of
 * riders; by number, or by reference. Who is listed without a word that is known has abandoned. `nowMs` is where a
 * record gives no time.
 */
export function withdrawalsIn(records: readonly Json[], who: Who | null, nowMs: number): RiderStatusEvent[] {
  return records.flatMap((record) => {
    const riders = recordsOf(record.riders ?? record.withdrawals ?? record);
    return riders.flatMap((rider): RiderStatusEvent[] => {
      const bib = bibOf(rider.bib) ?? whoHas(rider.$rider, who);
      if (bib === null) return [];
      const word = [rider.status, rider.type, rider.reason, record.type].map(textOf).map(statusOf);
      const status = word.find((one) => one !== undefined) ?? 'abandoned';
      return [{ kind: 'rider-status', atMs: toldAtMs(rider) ?? toldAtMs(record) ?? nowMs, bib, status }];
    });
  });
}
