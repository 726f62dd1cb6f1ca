/** What a program page is asked for by its address, for whoever wires it up. */
const outputs = [
  ['', 'Transparent, for OBS, vMix and CasparCG'],
  ['&out=fill', 'Over black, for a keyer that wants shaped (premultiplied) fill, or a luma key'],
  ['&out=fill-straight', 'Whole colours, for a keyer that multiplies by itself'],
  ['&out=key', 'The key alone'],
  ['&out=key%2Bfill', 'Fill left and key right, 3840 wide: both of one frame'],
  ['&out=chroma=00b140', 'Over a colour'],
  ['&plates=solid', 'No plate is half transparent'],
] as const;

/** Where the picture is to be had, and what OBS does to it. */
export function OutputsNote() {
  const program = `${location.origin}/?show=program`;
  return (
    <>
      <h2>Outputs</h2>
      <table>
        <tbody>
          {outputs.map(([asked, what]) => (
            <tr key={asked}>
              <th scope="row">
                <code>{asked || program}</code>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        In OBS set the source's Blending Method to sRGB Off (right click on the source): otherwise OBS blends in linear
        light, where half-transparent plates come out too light and the words on them pale. Where that cannot be set,
        add <code>&plates=solid</code>.
      </p>
    </>
  );
}
