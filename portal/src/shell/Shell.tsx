import { useEffect, useRef, type ReactNode } from "react";
import type { Trouble } from "../api/trouble";
import { useTexts } from "../i18n/Texts";
import type { TextKey } from "../i18n/translate";
import { DevicesPage } from "../pages/devices/DevicesPage";
import { FederationPage } from "../pages/federation/FederationPage";
import { HistoryPage } from "../pages/history/HistoryPage";
import { MenuPage } from "../pages/menu/MenuPage";
import { NotFoundPage } from "../pages/NotFoundPage";
import { ProfilePage } from "../pages/profile/ProfilePage";
import { SecurityPage } from "../pages/security/SecurityPage";
import { ClosedPage } from "../pages/ClosedPage";
import { usePortal } from "../portal";
import { useRouter } from "../router/Router";
import type { PageName } from "../router/routes";
import { ActionNotice } from "../ui/ActionNotice";
import { troubleTitle } from "../ui/TroubleNotice";
import { Masthead } from "./Masthead";
import { Navigation } from "./Navigation";

const TITLES: Readonly<Record<PageName, TextKey>> = {
  menu: "menu.title",
  history: "history.title",
  security: "security.title",
  devices: "devices.title",
  federation: "federation.title",
  profile: "profile.title",
};

/** What surrounds every page: masthead, navigation, the place of the page, and the footer. */
export function Shell(props: { readonly closed: Trouble | null }): ReactNode {
  const { t } = useTexts();
  const { environment } = usePortal();
  const { page, visits } = useRouter();
  const { closed } = props;
  const title = titleOf(page, closed);
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    document.title = t("pageTitle", { page: t(title), tenant: environment.tenantName });
  }, [t, title, environment]);
  // Whoever follows a link by keyboard or ear is taken to the new page's heading; not at the first page.
  useEffect(() => {
    if (visits > 0 || closed !== null) {
      main.current?.querySelector<HTMLElement>("h1")?.focus();
    }
  }, [visits, closed]);

  return (
    <>
      <a className="sk-skip" href="#content" onClick={(event) => skip(event, main.current)}>
        {t("skipToContent")}
      </a>
      <Masthead closed={closed} />
      {closed === null && <Navigation current={page} />}
      <main className="sk-main" id="content" ref={main}>
        {closed !== null ? (
          <ClosedPage trouble={closed} />
        ) : (
          <>
            <ActionNotice />
            <Page page={page} />
          </>
        )}
      </main>
      <footer className="sk-footer">
        <p>{t("footer.help")}</p>
      </footer>
    </>
  );
}

function titleOf(page: PageName | null, closed: Trouble | null): TextKey {
  if (closed !== null) {
    return troubleTitle(closed.kind);
  }
  return page === null ? "notFound.title" : TITLES[page];
}

function Page(props: { readonly page: PageName | null }): ReactNode {
  switch (props.page) {
    case "menu":
      return <MenuPage />;
    case "history":
      return <HistoryPage />;
    case "security":
      return <SecurityPage />;
    case "devices":
      return <DevicesPage />;
    case "federation":
      return <FederationPage />;
    case "profile":
      return <ProfilePage />;
    case null:
      return <NotFoundPage />;
  }
}

/** The address stays as it is: sign-in keeps what it needs behind the #. */
function skip(event: React.MouseEvent, main: HTMLElement | null): void {
  event.preventDefault();
  main?.querySelector<HTMLElement>("h1")?.focus();
  main?.scrollIntoView();
}
