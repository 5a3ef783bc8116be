import { readFileSync } from "node:fs";

const TEMPLATE = new URL("../theme/theme/sekisho/account/index.ftl", import.meta.url);

/** The page as Keycloak makes it from index.ftl; only the few things of FreeMarker that the template uses. */
export function page({ origin, locale, resourceUrl, script, styles }) {
  const values = {
    locale,
    localeDir: "ltr",
    resourceUrl,
    entryScript: script,
    serverBaseUrl: origin,
    baseUrl: `${origin}/realms/demo/account/`,
    "realm.name": "demo",
    clientId: "account-console",
    tenantName: "山田保険事務所",
  };
  return readFileSync(TEMPLATE, "utf8")
    .replace(/<#--[\s\S]*?-->/g, "")
    .replace(/<#assign[^>]*>/g, "")
    .replace(/<#list entryStyles[^>]*>([\s\S]*?)<\/#list>/, (_all, line) =>
      styles.map((style) => line.replace("${style}", style)).join(""),
    )
    .replace(/<#list entryImports[\s\S]*?<\/#list>/, "")
    .replace(/<\/?#if[^>]*>/g, "")
    .replace(/\$\{japanese\?then\('([^']*)', '([^']*)'\)\}/g, locale === "ja" ? "$1" : "$2")
    .replace(/\$\{([^}]+)\}/g, (_all, name) => values[name] ?? "");
}
