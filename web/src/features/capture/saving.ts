import type { Actions } from "../../sync/act";
import type { Draft } from "./draft";
import { isReadable, lineOf, titleOf } from "./line";
import { kept, marksOf, type Preview, valuesOf } from "./parts";

interface Making {
  id: string;
  now: string;
  timezone: string;
}

type Line = Actions["quick_add.add"];
type Task = Actions["tasks.create"];

/** A task as it is understood, or its line for the server to read and keep, with the notes where that is not all. */
type TaskToSave = { task: Task } | { line: Line; notes: string };

/** The thought of a draft: the text as it is, and the marks that were not dropped. */
export function thoughtOf({ text, dropped }: Draft, source: string, { id, now }: Making): Actions["thoughts.create"] {
  const marks = kept(marksOf(text), text, dropped);
  const people = valuesOf(marks, "person");
  const given = people.length > 0 ? { people } : {};
  return { id, content: text.trim(), source, captured_at: now, tags: valuesOf(marks, "tag"), ...given };
}

/** The task of a draft, by the preview of this very line. Where a project may have to be made, the server reads it. */
export function taskOf({ text, dropped }: Draft, preview: Preview | undefined, making: Making): TaskToSave {
  const { id, now, timezone } = making;
  const line = lineOf(text, dropped);
  const whole = text.trim();
  if (preview?.text === line && !preview.project) return { task: { ...fieldsOf(preview, whole), id } };
  if (!isReadable(line)) return { task: { id, title: titleOf(line), notes: whole } };
  return { line: { id, text: line, timezone, now }, notes: line === whole ? "" : whole };
}

/** The text as it was written stands in the notes, unless the title says it all. */
function fieldsOf(preview: Preview, whole: string): Omit<Task, "id"> {
  const { text: _text, spans: _spans, confidence: _confidence, project: _project, ...fields } = preview;
  return { ...fields, ...(fields.title === whole ? {} : { notes: whole }) };
}
