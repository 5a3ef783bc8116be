import type { HistoryRecord, RecordKind } from "../api/records";
import { isTextKey, type TextKey } from "../i18n/translate";

export const RECORD_KINDS: readonly RecordKind[] = [
  "SIGN_IN",
  "APPLICATION_ENTRY",
  "FAILED_ATTEMPT",
  "REFUSAL",
  "WARNING",
  "SIGN_OFF",
  "TIME_OUT",
  "ADMINISTRATIVE_END",
];

/** How much a record should catch the eye. */
export type Tone = "good" | "plain" | "bad";

export function kindKey(kind: string): TextKey {
  return keyOr(`kind.${kind}`, "kind.other");
}

/** The reason in plain words; null where the record has none. A code that we do not know is "other". */
export function reasonKey(record: Pick<HistoryRecord, "reason">): TextKey | null {
  return record.reason === null || record.reason === undefined || record.reason === ""
    ? null
    : keyOr(`reason.${record.reason}`, "reason.other");
}

export function factorKey(factor: string): TextKey {
  return keyOr(`factor.${factor}`, "factor.other");
}

export function tone(kind: string): Tone {
  switch (kind) {
    case "FAILED_ATTEMPT":
    case "REFUSAL":
    case "WARNING":
      return "bad";
    case "SIGN_IN":
    case "APPLICATION_ENTRY":
      return "good";
    default:
      return "plain";
  }
}

function keyOr(key: string, otherwise: TextKey): TextKey {
  return isTextKey(key) ? key : otherwise;
}
