import { useCallback, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { WhenLoaded } from "../../ui/Loading";
import { useLoad } from "../../ui/useLoad";
import { PasswordItem } from "./PasswordItem";
import { NamedCredentials } from "./NamedCredentials";
import { PhoneItem } from "./PhoneItem";
import { RecoveryItem } from "./RecoveryItem";
import { SessionsCard } from "./SessionsCard";

/** What the user signs in with, and where. */
export function SecurityPage(): ReactNode {
  const { t } = useTexts();
  const { account } = usePortal();
  const load = useLoad(useCallback((signal: AbortSignal) => account.security(signal), [account]));
  return (
    <>
      <Heading title={t("security.title")} lead={t("security.lead")} />
      <div className="sk-card sk-items">
        <WhenLoaded load={load} lines={10}>
          {(security) => (
            <>
              <PasswordItem password={security.password} />
              <PhoneItem phone={security.phone} />
              <NamedCredentials kind="totp" credentials={security.totp} />
              <NamedCredentials kind="passkeys" credentials={security.passkeys} />
              <RecoveryItem codes={security.recoveryCodes} />
            </>
          )}
        </WhenLoaded>
      </div>
      <SessionsCard />
    </>
  );
}
