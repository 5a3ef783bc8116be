import { useCallback, type ReactNode } from "react";
import type { Information } from "../../api/records";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { useLoad, type Load } from "../../ui/useLoad";
import { Applications } from "./Applications";
import { InformationCard } from "./InformationCard";

/** The page after sign-in: what has happened to the account, and the way to the applications. */
export function MenuPage(): ReactNode {
  const { t } = useTexts();
  const { records } = usePortal();
  const information = useLoad(
    useCallback((signal: AbortSignal) => records.information(signal), [records]),
  );
  return (
    <>
      <Heading title={t("menu.title")} />
      <div className={`sk-menu ${wasConfirmed(information) ? "sk-menu--confirmed" : ""}`}>
        <InformationCard load={information} />
        <Applications />
      </div>
    </>
  );
}

function wasConfirmed(load: Load<Information>): boolean {
  return load.loaded.state === "ready" && load.loaded.value.confirmedAt !== null;
}
