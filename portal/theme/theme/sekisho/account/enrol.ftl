<#--
  The page on which a device is enrolled, and the page that tells how the check of a certificate ended. No inline script
  and no inline style. Rendered by the interface /realms/{tenant}/sekisho-enrolment, with Keycloak's FreeMarkerProvider
  and the account theme, so that FreeMarker escapes what is in the data attributes. It needs these variables:

  resourceUrl  address of the account theme's resources, as AccountConsole gives it to index.ftl; no slash at the end
  apiUrl       address of /realms/{tenant}/sekisho-enrolment; no slash at the end
  portalUrl    address of the portal, /realms/{tenant}/account/; may be missing
  tenantName   display name of the tenant
  locale       language tag of the page: ja, en
  outcome      only at .../checked: ACTIVE, NO_CERTIFICATE, OTHER_CERTIFICATE, EXPIRED or REVOKED; else missing or empty
  accepts      hardware where the tenant takes only keys that are bound to hardware; else missing or empty

  enrol-entry.ftl is written by the build: the names of the script and of the styles.
-->
<#include "enrol-entry.ftl">
<#assign japanese = (locale!'ja')?starts_with('ja')>
<!doctype html>
<html lang="${locale!'ja'}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="format-detection" content="telephone=no">
  <meta name="robots" content="noindex">
  <title>Sekisho<#if (tenantName!'')?has_content> – ${tenantName}</#if></title>
  <link rel="icon" type="image/svg+xml" href="${resourceUrl}/favicon.svg">
  <link rel="stylesheet" href="${resourceUrl}/${enrolStyles}">
  <script type="module" src="${resourceUrl}/${enrolScript}"></script>
</head>
<body>
  <div id="enrol"
    data-api="${apiUrl}"
    data-portal-url="${portalUrl!''}"
    data-tenant="${tenantName!''}"
    data-lang="${locale!'ja'}"
    data-outcome="${outcome!''}"
    data-accepts="${accepts!''}"
    data-resource-url="${resourceUrl}">
    <p class="sk-starting">${japanese?then('読み込んでいます…', 'Loading …')}</p>
  </div>
  <noscript>
    <p class="sk-starting">${japanese?then('この画面を使うにはJavaScriptが必要です。ブラウザーの設定で有効にしてください。', 'This page needs JavaScript. Please enable it in your browser.')}</p>
  </noscript>
</body>
</html>
