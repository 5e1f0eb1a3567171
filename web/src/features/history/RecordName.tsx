import type { Kind, Records } from "../../device/kinds";
import { useRecord } from "../../life/hooks";
import { t } from "./texts";

const LONGEST = 60;

/** A record by what a person knows it by. */
export function RecordName({ kind, id }: { kind: Kind; id: string }) {
  return useRecordName(kind, id) ?? t("unnamed");
}

/** Undefined where the device has no such record. */
export function useRecordName(kind: Kind, id: string): string | undefined {
  const record = useRecord(kind, id);
  return record ? nameOf(record) : undefined;
}

function nameOf(record: Records[Kind]): string | undefined {
  if ("title" in record) return record.title;
  if ("query" in record) return record.name;
  const text = "content" in record ? record.content : "statement" in record ? record.statement : undefined;
  if (text === undefined) return undefined;
  const [line = ""] = text.trim().split("\n");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
