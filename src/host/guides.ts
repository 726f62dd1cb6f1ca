import { PICTURE } from '../stage/size.ts';

/** EBU R 95: how far action and graphics stay from each edge of a 16:9 picture. */
const AREAS = [
  { name: 'action safe 3.5 %', edge: 0.035, color: '#ffd400', labelX: 0.06 },
  { name: 'graphics safe 5 %', edge: 0.05, color: '#00e5ff', labelX: 0.16 },
] as const;

/** Lines over the picture for whoever looks at the preview; they are no part of it. */
export function drawGuides(over: HTMLElement): void {
  const { width, height } = PICTURE;
  const areas = AREAS.map(({ name, edge, color, labelX }) => {
    const [x, y] = [width * edge, height * edge];
    return `<rect x="${x}" y="${y}" width="${width - 2 * x}" height="${height - 2 * y}" stroke="${color}" />
      <text x="${width * labelX}" y="${height - 12}" fill="${color}" stroke="none">${name}</text>`;
  });
  const cross = `<path d="M${width / 2 - 30} ${height / 2}h60m-30 -30v60" stroke="#ffffff" />`;
  over.insertAdjacentHTML(
    'beforeend',
    `<svg class="guides" viewBox="0 0 ${width} ${height}" style="position:absolute;inset:0;width:100%;height:100%;z-index:1"
      fill="none" stroke-width="2" font-family="Sofia Sans Extra Condensed, sans-serif" font-size="20">${areas.join('')}${cross}</svg>`,
  );
}
