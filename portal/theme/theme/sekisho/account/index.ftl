<#--
  The one page of the portal. No inline script and no inline style: the realm's Content-Security-Policy forbids both.
  What the script must know is in the data attributes, which FreeMarker escapes as HTML.
-->
<#assign japanese = (locale!'ja')?starts_with('ja')>
<#assign tenantName = (realm.displayName)!''>
<!doctype html>
<html lang="${locale}" dir="${localeDir}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="format-detection" content="telephone=no">
  <title>Sekisho<#if tenantName?has_content> – ${tenantName}</#if></title>
  <link rel="icon" type="image/svg+xml" href="${resourceUrl}/favicon.svg">
  <#list entryStyles![] as style>
  <link rel="stylesheet" href="${resourceUrl}/${style}">
  </#list>
  <#if entryScript?has_content>
  <script type="module" src="${resourceUrl}/${entryScript}"></script>
  </#if>
  <#list entryImports![] as import>
  <link rel="modulepreload" href="${resourceUrl}/${import}">
  </#list>
</head>
<body>
  <div id="app"
    data-server-url="${serverBaseUrl}"
    data-base-url="${baseUrl}"
    data-realm="${realm.name}"
    data-client-id="${clientId}"
    data-resource-url="${resourceUrl}"
    data-locale="${locale}"
    data-tenant-name="${tenantName}">
    <p class="sk-starting">${japanese?then('読み込んでいます…', 'Loading …')}</p>
  </div>
  <noscript>
    <p class="sk-starting">${japanese?then('この画面を使うにはJavaScriptが必要です。ブラウザーの設定で有効にしてください。', 'This page needs JavaScript. Please enable it in your browser.')}</p>
  </noscript>
</body>
</html>
