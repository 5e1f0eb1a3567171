import { fetched } from "../../design";
import type { Kind } from "../../device/kinds";
import type { FieldChange } from "./changes";
import { asNames, listDifference, namedKind, valueText } from "./fields";
import { Come, Gone } from "./Marks";
import { RecordName } from "./RecordName";
import { t } from "./texts";

const TextDifference = fetched(() => import("./TextDifference"));
/** Shorter texts are read faster side by side. */
const LONG = 40;

/** What a field was and what it became. */
export function Difference({ change: { name, before, after }, kind }: { change: FieldChange; kind: Kind }) {
  const [was, is] = [asNames(before), asNames(after)];
  if (was && is) return <ListDifference name={name} before={was} after={is} kind={kind} />;
  if (typeof before === "string" && typeof after === "string" && Math.max(before.length, after.length) > LONG) {
    return (
      <TextDifference before={before} after={after} />
    );
  }
  return (
    <>
      {!isEmpty(before) && <Gone><Value name={name} value={before} kind={kind} /></Gone>}
      {!isEmpty(before) && !isEmpty(after) && <span aria-hidden="true" className="text-faint mx-1.5">{"→"}</span>}
      {!isEmpty(after) && <Come><Value name={name} value={after} kind={kind} /></Come>}
    </>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function Value({ name, value, kind }: { name: string; value: unknown; kind: Kind }) {
  const named = namedKind(name);
  return named && typeof value === "string" ? <RecordName kind={named} id={value} /> : valueText(name, value, kind);
}

function ListDifference({ name, before, after, kind }: { name: string; before: string[]; after: string[]; kind: Kind }) {
  const { gone, come } = listDifference(before, after);
  if (gone.length + come.length === 0) return <span className="text-muted">{t("reordered")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {gone.map((one) => <Gone key={one}><Value name={name} value={one} kind={kind} /></Gone>)}
      {come.map((one) => <Come key={one}><Value name={name} value={one} kind={kind} /></Come>)}
    </span>
  );
}
