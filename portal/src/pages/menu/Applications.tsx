import { AngleRightIcon } from "@patternfly/react-icons";
import { useCallback, type ReactNode } from "react";
import type { Application } from "../../api/portal";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { WhenLoaded } from "../../ui/Loading";
import { useLoad } from "../../ui/useLoad";

const ICONS = new Set(["mail", "microsoft-365", "application"]);

export function Applications(): ReactNode {
  const { t } = useTexts();
  const { account } = usePortal();
  const load = useLoad(
    useCallback((signal: AbortSignal) => account.applications(signal), [account]),
  );
  return (
    <section className="sk-applications" aria-labelledby="applications">
      <h2 className="sk-subtitle" id="applications">
        {t("menu.applications")}
      </h2>
      <WhenLoaded load={load}>
        {(applications) =>
          applications.length === 0 ? (
            <div className="sk-empty">
              <p className="sk-empty-title">{t("menu.empty.title")}</p>
              <p>{t("menu.empty.text")}</p>
            </div>
          ) : (
            <ul className="sk-tiles">
              {applications.map((application) => (
                <li key={application.id}>
                  <Tile application={application} />
                </li>
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </section>
  );
}

function Tile(props: { readonly application: Application }): ReactNode {
  const { environment } = usePortal();
  const { language } = useTexts();
  const { name, names, description, url, icon } = props.application;
  const picture = ICONS.has(icon) ? icon : "application";
  return (
    <a className="sk-tile" href={url}>
      <span className="sk-tile-icon">
        <img src={`${environment.resourceUrl}/app-${picture}.svg`} alt="" width="32" height="32" />
      </span>
      <span className="sk-tile-text">
        <span className="sk-tile-name">{names?.[language] ?? name}</span>
        {description ? <span className="sk-tile-description">{description}</span> : null}
      </span>
      <span className="sk-tile-arrow" aria-hidden="true">
        <AngleRightIcon />
      </span>
    </a>
  );
}
