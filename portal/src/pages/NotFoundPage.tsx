import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { PageLink } from "../router/Router";
import { Heading } from "../ui/Heading";

export function NotFoundPage(): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <Heading title={t("notFound.title")} lead={t("notFound.text")} />
      <p>
        <PageLink to="menu">{t("notFound.toMenu")}</PageLink>
      </p>
    </>
  );
}
