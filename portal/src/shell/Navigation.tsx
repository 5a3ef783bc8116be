import { ExchangeAltIcon, HistoryIcon, LaptopIcon, ShieldAltIcon, ThLargeIcon, UserIcon } from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import type { TextKey } from "../i18n/translate";
import { PageLink } from "../router/Router";
import { PAGES, type PageName } from "../router/routes";
import { useDevicesAvailable } from "./useDevicesAvailable";
import { useFederationAvailable } from "./useFederationAvailable";

const ICONS: Readonly<Record<PageName, ComponentType>> = {
  menu: ThLargeIcon,
  history: HistoryIcon,
  security: ShieldAltIcon,
  devices: LaptopIcon,
  federation: ExchangeAltIcon,
  profile: UserIcon,
};

/** With a place to break where two lines are needed. */
const LABELS: Readonly<Record<PageName, TextKey>> = {
  menu: "navigation.menu",
  history: "navigation.history",
  security: "navigation.security",
  devices: "devices.title",
  federation: "navigation.federation",
  profile: "navigation.profile",
};

/** Tabs below the masthead; on a phone a bar at the lower edge, in reach of the thumb. */
export function Navigation(props: { readonly current: PageName | null }): ReactNode {
  const { t } = useTexts();
  const devices = useDevicesAvailable();
  const federation = useFederationAvailable();
  const pages = (Object.keys(PAGES) as PageName[]).filter(
    (page) => (page !== "devices" || devices) && (page !== "federation" || federation),
  );
  return (
    <nav className="sk-navigation" aria-label={t("navigation")}>
      <ul>
        {pages.map((page) => {
          const Icon = ICONS[page];
          return (
            <li key={page}>
              <PageLink className="sk-navigation-link" to={page} current={page === props.current}>
                <span className="sk-navigation-icon" aria-hidden="true">
                  <Icon />
                </span>
                <span className="sk-navigation-label">{t(LABELS[page])}</span>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
