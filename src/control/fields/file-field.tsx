/** What `accept` of such a field says. */
export const JSON_FILES = '.json,application/json';

interface Props {
  readonly label: string;
  /** Which files the browser offers. */
  readonly accept: string;
  readonly onFile: (file: File) => unknown;
  /** What such a file gave is what is shown now. */
  readonly chosen?: boolean;
}

/** A file of the operator's machine. */
export const FileField = ({ label, accept, onFile, chosen }: Props) => (
  <label class="file" data-chosen={chosen}>
    {label}{' '}
    <input
      type="file"
      accept={accept}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        // The same file may be opened again once it was corrected.
        currentTarget.value = '';
        currentTarget.blur();
        if (file) onFile(file);
      }}
    />
  </label>
);
