import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** A text that goes into another app. Phones give pages without https no clipboard: then what is marked is copied. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isCopied = useSignal(false);
  const mark = () => field.current?.setSelectionRange(0, text.length);
  return (
    <div class="copy">
      <textarea ref={field} readOnly rows={3} aria-label={label} value={text} onFocus={mark} />
      <button
        type="button"
        onClick={async () => {
          field.current?.focus();
          mark();
          isCopied.value = await copied(text);
        }}
      >
        {isCopied.value ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
