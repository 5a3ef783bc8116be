import type { ReactNode } from "react";
import type { Problem } from "../api";
import { keyOr, useTexts } from "../i18n/Texts";
import { Note } from "./Note";

/** What went wrong and what to do, with the problem's type for whoever helps. */
export function ProblemNote(props: { readonly problem: Problem }): ReactNode {
  const { t } = useTexts();
  const { type, more } = props.problem;
  const title = keyOr(`problem.${type}.title`, "problem.other.title");
  const reason = more.reason === undefined ? undefined : `refused.${more.reason}`;
  return (
    <Note tone="danger" title={t(title)}>
      <p>{t(keyOr(reason ?? `problem.${type}.text`, "problem.other.text"))}</p>
      {title === "problem.other.title" && <p className="sk-weak">{t("problem.code", { code: type })}</p>}
    </Note>
  );
}
