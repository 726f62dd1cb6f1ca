const NAME = 'Ardoise';

/**
 * What is said to a program that exports, for a frame of its own. MYLAPS sends crossings again until they are
 * acknowledged: `frame` has been taken in by then. ChronoTrack is greeted, and told to begin.
 */
export function answersTo(frame: string): readonly string[] {
  if (/^SimpleClient~/.test(frame))
    return [
      `${NAME}~1~3\r\n`,
      'stream-mode=push\r\n',
      'guntimes=true\r\n',
      'time-format=normal\r\n',
      'getlocations\r\n',
      'start\r\n',
    ];
  const parts = frame.split('@');
  const number = parts.findLast((part) => part !== '') ?? '';
  const say = (...words: readonly string[]): string => `${[NAME, ...words].join('@')}@$\r\n`;
  switch (parts[1]) {
    case 'Pong':
      return [say('AckPong', 'Version2.1'), say('GetLocations')];
    case 'Ping':
      return [say('AckPing')];
    case 'Passing':
      return [say('AckPassing', number)];
    case 'Store':
      return [say('AckStore', number)];
    case 'Marker':
      return [say('AckMarker', number)];
    default:
      return [];
  }
}
