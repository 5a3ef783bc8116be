import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import { useCallback, type ReactNode } from "react";
import type { Profile } from "../../api/portal";
import { useTexts } from "../../i18n/Texts";
import type { TextKey } from "../../i18n/translate";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { WhenLoaded } from "../../ui/Loading";
import { useLoad } from "../../ui/useLoad";
import { LanguageForm } from "./LanguageForm";

/** What is registered about the user. Only the language is the user's own to change. */
export function ProfilePage(): ReactNode {
  const { t } = useTexts();
  const { account } = usePortal();
  const load = useLoad(useCallback((signal: AbortSignal) => account.profile(signal), [account]));
  return (
    <>
      <Heading title={t("profile.title")} lead={t("profile.lead")} />
      <div className="sk-card">
        <WhenLoaded load={load} lines={8}>
          {(profile) => <Attributes profile={profile} />}
        </WhenLoaded>
      </div>
      <LanguageForm />
    </>
  );
}

function Attributes(props: { readonly profile: Profile }): ReactNode {
  const { t } = useTexts();
  const { profile } = props;
  const firstName = profile.firstName ?? "";
  const lastName = profile.lastName ?? "";
  const attributes: readonly (readonly [TextKey, string | null | undefined])[] = [
    ["profile.userId", profile.userId],
    ["profile.name", t("fullName", { firstName, lastName }).trim()],
    ["profile.yomi", profile.yomi],
    ["profile.email", profile.email],
    ["profile.company", profile.company],
    ["profile.department", profile.department],
    ["profile.position", profile.title],
    ["profile.phone", profile.phone],
  ];
  return (
    <DescriptionList className="sk-attributes" isHorizontal>
      {attributes.map(([key, value]) => (
        <DescriptionListGroup key={key}>
          <DescriptionListTerm>{t(key)}</DescriptionListTerm>
          <DescriptionListDescription>
            {value || <span className="sk-weak">{t("profile.empty")}</span>}
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
