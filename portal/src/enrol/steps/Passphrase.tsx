import type { ReactNode } from "react";
import type { Flow } from "../flow";
import { useTexts } from "../i18n/Texts";
import { CopyButton } from "../ui/CopyButton";
import { Note } from "../ui/Note";

/** Where the pass phrase is: here, on the screen that made the link, or nowhere any more. */
export function Passphrase(props: { readonly flow: Flow; readonly once?: boolean }): ReactNode {
  const { t } = useTexts();
  const { passphrase, serverMade } = props.flow;
  if (passphrase === null) {
    return (
      <Note tone={serverMade ? "info" : "warning"}>
        <p>{t(serverMade ? "save.passphrase.elsewhere" : "import.lead.reloaded")}</p>
      </Note>
    );
  }
  return (
    <div className="sk-passphrase">
      <h2 className="sk-label">{t("save.passphrase")}</h2>
      <p className="sk-passphrase-signs" translate="no">
        {passphrase}
      </p>
      <CopyButton text={passphrase} label={t("save.passphrase.copy")} />
      {props.once === true && <p className="sk-weak">{t("save.passphrase.once")}</p>}
    </div>
  );
}
