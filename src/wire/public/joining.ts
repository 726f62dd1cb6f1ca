import type { Bib } from '../../race/units.ts';

/* What a phone that joins asks and is told, at `/api/feed/phones`. */

/** Who may join as whom; posted for with the join code, to `riders`. */
export interface FreeRiders {
  /** All numbers, in the order of the list. */
  readonly riders: readonly FreeRider[];
  /** Nobody has a list: who comes says his number and his name. */
  readonly isOpen: boolean;
}

export interface FreeRider {
  readonly bib: Bib;
  readonly name: string;
  readonly isTaken: boolean;
}

/** Who has joined: posted for with the join code, a number and where nobody has a list a name, to `join`. */
export interface JoinedPhone {
  readonly bib: Bib;
  readonly name: string;
  /** Behind `/api/feed/phones/`: who sends there speaks for this number. */
  readonly key: string;
}

/** What a rider is at most called. */
export const LONGEST_RIDER_NAME = 40;

/** What GPSLogger is to fill in, in our own names: its speed is in metres a second. */
export const GPS_LOGGER_QUERY = 'lat=%LAT&lon=%LON&time=%TIMESTAMP&mps=%SPD&acc=%ACC&alt=%ALT&bat=%BATT';
