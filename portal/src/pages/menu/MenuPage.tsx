import { useCallback, useRef, type ReactNode } from "react";
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
  const wasConfirmed = useWasConfirmed(information);
  return (
    <>
      <Heading title={t("menu.title")} />
      <div className={`sk-menu ${wasConfirmed ? "sk-menu--confirmed" : ""}`}>
        <InformationCard load={information} />
        <Applications />
      </div>
    </>
  );
}

/** As it was when the page opened: nothing changes places under the hand that has just pressed "Confirmed". */
function useWasConfirmed(load: Load<Information>): boolean {
  const atFirst = useRef<boolean | null>(null);
  if (load.loaded.state === "ready") {
    atFirst.current ??= load.loaded.value.confirmedAt !== null;
  }
  return atFirst.current ?? false;
}
