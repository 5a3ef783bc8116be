import { readFileSync } from "node:fs";

const PORTAL = new URL("../theme/theme/sekisho/account/index.ftl", import.meta.url);
const ENROLMENT = new URL("../theme/theme/sekisho/account/enrol.ftl", import.meta.url);

/** The page as Keycloak makes it from index.ftl; only the few things of FreeMarker that the template uses. */
export function page({ origin, locale, resourceUrl, script, styles }) {
  return render(PORTAL, styles, {
    locale,
    localeDir: "ltr",
    resourceUrl,
    entryScript: script,
    serverBaseUrl: origin,
    baseUrl: `${origin}/realms/demo/account/`,
    "realm.name": "demo",
    clientId: "account-console",
    tenantName: "山田保険事務所",
  });
}

/** The page of enrol.ftl. */
export function enrolPage({ origin, locale, resourceUrl, script, styles, outcome, accepts }) {
  return render(ENROLMENT, [], {
    locale,
    resourceUrl,
    apiUrl: `${origin}/realms/demo/sekisho-enrolment`,
    tenantName: "山田保険事務所",
    outcome,
    accepts,
    enrolScript: script,
    enrolStyles: styles,
  });
}

function render(template, styles, values) {
  const locale = values.locale;
  return readFileSync(template, "utf8")
    .replace(/<#include[^>]*>/g, "")
    .replace(/<#--[\s\S]*?-->/g, "")
    .replace(/<#assign[^>]*>/g, "")
    .replace(/<#list entryStyles[^>]*>([\s\S]*?)<\/#list>/, (_all, line) =>
      styles.map((style) => line.replace("${style}", style)).join(""),
    )
    .replace(/<#list entryImports[\s\S]*?<\/#list>/, "")
    .replace(/<\/?#if[^>]*>/g, "")
    .replace(/\$\{japanese\?then\('([^']*)', '([^']*)'\)\}/g, locale === "ja" ? "$1" : "$2")
    .replace(/\$\{([^}!]+)(!'[^']*')?\}/g, (_all, name) => values[name] ?? "");
}
