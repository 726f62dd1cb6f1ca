/** So much may wait for a client that does not read; then it is cut off. A state is a few thousand bytes. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** As much of a WebSocket as is needed to send. */
export interface PanelLine {
  readonly bufferedAmount: number;
  send(text: string): void;
  terminate(): void;
}

/** Sends to a panel as long as it reads; `onFull` is told when it was cut off. */
export const createPanelOutlet =
  (line: PanelLine, onFull: () => void) =>
  (text: string): void => {
    if (line.bufferedAmount <= MOST_WAITING_BYTES) line.send(text);
    else {
      line.terminate();
      onFull();
    }
  };
