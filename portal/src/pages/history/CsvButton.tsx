import { Button } from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { useState, type ReactNode } from "react";
import type { RecordQuery } from "../../api/records";
import { download } from "../../download";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";

/** Saves what the filter shows, all pages of it. */
export function CsvButton(props: { readonly query: RecordQuery }): ReactNode {
  const { t, times, language } = useTexts();
  const { records } = usePortal();
  const saving = useAct();
  const [saved, setSaved] = useState(false);

  const save = async (): Promise<void> => {
    const file = await records.csv(props.query, times.zoneId, language);
    // A link cannot carry the token, so the file goes through the memory of the page.
    download(file, `${t("history.csv.fileName")}-${today()}.csv`);
    setSaved(true);
  };

  return (
    <div className="sk-csv">
      <Button
        variant="secondary"
        icon={<DownloadIcon />}
        isLoading={saving.busy}
        isDisabled={saving.busy}
        {...(saving.busy ? { spinnerAriaValueText: t("history.csv.busy") } : {})}
        onClick={() => {
          setSaved(false);
          void saving.run(save);
        }}
      >
        {t("history.csv")}
      </Button>
      {saving.trouble !== null && <TroubleNotice trouble={saving.trouble} />}
      {saved && (
        <Notice tone="success" title={t("history.csv.done")} onClose={() => setSaved(false)} />
      )}
    </div>
  );
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
}
