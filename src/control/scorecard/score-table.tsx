import { NOTHING } from './figure-words.ts';
import type { Beside, ScoreRow } from './score-rows.ts';

/** Each figure with what it rests on, and what one would say without a forecast. */
export function ScoreTable({ rows }: { readonly rows: readonly ScoreRow[] }) {
  return (
    <table class="scores">
      <thead>
        <tr>
          <th scope="col">What was said</th>
          <th scope="col">How it came</th>
          <th scope="col">Beside it</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, n, isFew, figure, beside }) => (
          <tr key={what}>
            <th scope="row">
              {what}
              <small>
                {n}
                {isFew && (
                  <>
                    : <b>not enough</b>
                  </>
                )}
              </small>
            </th>
            <td class={figure === NOTHING ? 'nothing' : 'figure'}>{figure}</td>
            <td>
              {beside.map((one) => (
                <BesideIt key={one.what} one={one} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BesideIt({ one: { what, figure, isBetter } }: { readonly one: Beside }) {
  return (
    <p>
      {what}
      {figure && figure !== NOTHING && `: ${figure}`}
      {isBetter && <b>, better</b>}
    </p>
  );
}
