import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { CopyButton } from "../ui/CopyButton";
import { Note } from "../ui/Note";

const SCRIPT = "enrol-windows.ps1";

/** For whoever knows PowerShell: the key is made in the TPM, and the script uses the link instead of this page. */
export function ScriptHelp(props: {
  readonly link: string;
  readonly resourceUrl: string;
  readonly open: boolean;
}): ReactNode {
  const { t } = useTexts();
  const command = `powershell -ExecutionPolicy Bypass -File .\\${SCRIPT} -Url "${props.link}"`;
  return (
    <details className="sk-expert" open={props.open}>
      <summary>{t("expert.title")}</summary>
      <h2>{t("expert.script.title")}</h2>
      <p>{t("expert.script.text")}</p>
      <Note tone="warning">
        <p>{t("expert.script.untested")}</p>
      </Note>
      <p>
        <a href={`${props.resourceUrl}/${SCRIPT}`} download={SCRIPT}>
          {t("expert.script.download")}
        </a>
      </p>
      <p className="sk-label">{t("expert.script.command")}</p>
      <code className="sk-code">{command}</code>
      <CopyButton text={command} label={t("expert.script.copy")} />
    </details>
  );
}
