import { type ChangeEvent, type ComponentProps, type FocusEvent, type KeyboardEvent, useState } from "react";
import { TextArea, TextField } from "../../../design";

type Control = HTMLInputElement | HTMLTextAreaElement;

interface Draft {
  /** The value that was being changed; another one from elsewhere takes its place. */
  of: string;
  text: string;
}

/** A text that is kept when the person leaves the field; Escape brings back what was there. */
function useDraft(value: string, onCommit: (value: string) => void) {
  const [draft, setDraft] = useState<Draft>({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;
  return {
    value: text,
    onChange: ({ target }: ChangeEvent<Control>) => setDraft({ of: value, text: target.value }),
    onBlur: ({ target }: FocusEvent<Control>) => {
      if (!target.checkValidity()) setDraft({ of: value, text: value });
      else if (text !== value) onCommit(text);
    },
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<Control>) => {
      if (key === "Escape") setDraft({ of: value, text: value });
      if (key === "Enter" && currentTarget instanceof HTMLInputElement) currentTarget.blur();
    },
  };
}

interface Edited {
  value: string;
  onCommit: (value: string) => void;
}

export function EditedField({ value, onCommit, ...rest }: Edited & Omit<ComponentProps<typeof TextField>, keyof Edited>) {
  return <TextField {...rest} {...useDraft(value, onCommit)} />;
}

export function EditedArea({ value, onCommit, ...rest }: Edited & Omit<ComponentProps<typeof TextArea>, keyof Edited>) {
  return <TextArea {...rest} {...useDraft(value, onCommit)} />;
}
