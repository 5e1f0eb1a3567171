import { type ChangeEvent, type ComponentProps, type FocusEvent, type KeyboardEvent, useState } from "react";
import { TextArea, TextField } from "../../../design";

type Control = HTMLInputElement | HTMLTextAreaElement;

interface Edited {
  value: string;
  onCommit: (value: string) => void;
}

interface Draft {
  /** The value that was being changed; another one from elsewhere takes its place. */
  of: string;
  text: string;
}

/** A text that is kept when the person leaves the field; Escape brings back what was there. */
function useDraft({ value, onCommit }: Edited, isLine: boolean) {
  const [draft, setDraft] = useState<Draft>({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;
  return {
    value: text,
    onChange: ({ target }: ChangeEvent<Control>) => setDraft({ of: value, text: target.value }),
    onBlur: ({ target }: FocusEvent<Control>) => {
      if (!target.checkValidity() || (target.required && !text.trim())) setDraft({ of: value, text: value });
      else if (text !== value) onCommit(text);
    },
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<Control>) => {
      if (key === "Escape") setDraft({ of: value, text: value });
      if (key === "Enter" && isLine) currentTarget.blur();
    },
  };
}

export function EditedField({ value, onCommit, ...rest }: Edited & Omit<ComponentProps<typeof TextField>, keyof Edited>) {
  return <TextField {...rest} {...useDraft({ value, onCommit }, true)} />;
}

export function EditedArea({ value, onCommit, ...rest }: Edited & Omit<ComponentProps<typeof TextArea>, keyof Edited>) {
  return <TextArea {...rest} {...useDraft({ value, onCommit }, false)} />;
}

/** One line that is shown whole, however long it is. */
export function EditedTitle({ value, onCommit, ...rest }: Edited & Omit<ComponentProps<typeof TextArea>, keyof Edited>) {
  const oneLine = (text: string) => onCommit(text.replace(/\s+/g, " ").trim());
  return <TextArea rows={1} {...rest} {...useDraft({ value, onCommit: oneLine }, true)} />;
}
