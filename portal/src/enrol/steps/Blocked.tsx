import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import type { Obstacle } from "../platform";
import { CopyButton } from "../ui/CopyButton";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";

/** This browser cannot hold a certificate. The link is not used up, so it can be taken elsewhere. */
export function Blocked(props: { readonly enrolment: Enrolment; readonly obstacle: Obstacle }): ReactNode {
  const { t } = useTexts();
  const { obstacle } = props;
  const { link, platform } = props.enrolment;
  const family = platform?.family;
  const browser = t(
    family === "ios" ? "blocked.browser.ios" : family === "android" ? "blocked.browser.android" : "blocked.browser.other",
  );
  return (
    <Step title={t(`blocked.${obstacle}.title`)} lead={t(`blocked.${obstacle}.text`, { browser })}>
      {link === null ? (
        <p>{t("blocked.noLink")}</p>
      ) : (
        <>
          <p className="sk-label">{t("blocked.link")}</p>
          <code className="sk-code">{link}</code>
          <CopyButton text={link} label={t("blocked.link.copy")} />
          <p className="sk-weak">{t("blocked.link.fresh")}</p>
        </>
      )}
    </Step>
  );
}
