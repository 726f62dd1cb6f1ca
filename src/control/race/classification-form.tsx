import type { Producer } from '../page/producer.ts';
import { TableForm } from './table-form.tsx';

/** How the race stood before the stage, as a table. */
export function ClassificationForm({ producer: { live, replica } }: { readonly producer: Producer }) {
  const general = replica.value.race?.sheet.general ?? [];
  return (
    <details class="told">
      <summary>
        Before the stage: {general[0] ? `${general.length} classified, number ${general[0].bib} leads` : 'not known'}
      </summary>
      <TableForm
        door="classification"
        label="Classification before the stage"
        example={'bib,gap\n31,0\n12,+1:23'}
        live={live}
      />
    </details>
  );
}
