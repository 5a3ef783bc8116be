<#import "footer.ftl" as loginFooter>
<#import "theme-resources.ftl" as themeResourceTags>

<#-- Each language in its own name, as plain links: works without script. -->
<#macro languages>
  <#if realm.internationalizationEnabled && (locale.supported)?? && locale.supported?size gt 1>
    <#local names = {"ja": "日本語", "en": "English"}>
    <nav class="sk-languages" aria-label="${msg("sekisho.languages")}">
      <ul>
        <#list locale.supported?sort_by("languageTag")?reverse as l>
          <li>
            <#if l.languageTag == locale.currentLanguageTag>
              <span class="sk-language sk-language--current" aria-current="true" lang="${l.languageTag}">${names[l.languageTag]!l.label}</span>
            <#else>
              <a class="sk-language" href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${names[l.languageTag]!l.label}</a>
            </#if>
          </li>
        </#list>
      </ul>
    </nav>
  </#if>
</#macro>

<#-- Who is signing in, and the way back to the first step. -->
<#macro userId id>
  <div class="sk-user">
    <span class="sk-user-label">${msg("sekisho.userId")}</span>
    <strong class="sk-user-id" id="kc-attempted-username">${id}</strong>
    <a class="sk-user-other" id="reset-login" href="${url.loginRestartFlowUrl}">${msg("sekisho.useAnotherId")}</a>
  </div>
</#macro>

<#macro alert type text id="">
  <div class="sk-alert sk-alert--${type}" role="${(type == 'error')?then('alert', 'status')}"<#if id?has_content> id="${id}"</#if>>
    <span class="sk-alert-icon" aria-hidden="true"></span>
    <span class="sk-alert-text"><span class="sk-visually-hidden">${msg("sekisho.alert." + type)}: </span>${text}</span>
  </div>
</#macro>

<#--
  The contract of Keycloak's own template, with three additions:
  showUser  false where the page itself shows the user ID
  otherWay  false where no other way would lead on
  polling   false where a sign-in in another tab must not carry this page away
-->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false showUser=true polling=true otherWay=true>
<#local heading><#nested "header"></#local>
<#local plainHeading = heading?markup_string?replace("<[^>]*>", "", "r")?trim>
<#local tenant = (realm.displayName)!''>
<#-- Keycloak makes an address anew each time it is read. -->
<#local resources = url.resourcesPath>
<#local otherTabs = polling?then((url.ssoLoginInOtherTabsUrl)!'', '')>
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}" lang="${lang}"<#if realm.internationalizationEnabled && (locale.rtl)??> dir="${locale.rtl?then('rtl', 'ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="same-origin">
  <meta name="format-detection" content="telephone=no">
  <#if properties.meta?has_content>
    <#list properties.meta?split(' ') as meta>
      <meta name="${meta?split('==')[0]}" content="${meta?split('==')[1]}">
    </#list>
  </#if>
  <title>${plainHeading?no_esc}<#if tenant?has_content> – ${tenant}</#if></title>
  <link rel="icon" type="image/svg+xml" href="${resources}/img/favicon.svg">
  <#if themeResources?? && themeResources.stylesCommon?has_content>
    <@themeResourceTags.renderStyles themeResources.stylesCommon url.resourcesCommonPath />
  <#elseif properties.stylesCommon?has_content>
    <#list properties.stylesCommon?split(' ') as style>
      <link href="${url.resourcesCommonPath}/${style}" rel="stylesheet">
    </#list>
  </#if>
  <#if themeResources?? && themeResources.styles?has_content>
    <@themeResourceTags.renderStyles themeResources.styles resources />
  <#elseif properties.styles?has_content>
    <#list properties.styles?split(' ') as style>
      <link href="${resources}/${style}" rel="stylesheet">
    </#list>
  </#if>
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${resources}/js/sekisho/page.js"></script>
<#--
  The head's end tag is left out on purpose, as HTML allows. Keycloak (BrowserHistoryHelper) writes an inline script
  before it in every answer to a form, which the content security policy forbids; page.js does that script's work.
-->
<body class="sk-body ${bodyClass}" data-page-id="login-${pageId!''}"<#if otherTabs?has_content> data-sso-url="${otherTabs}"</#if><#if polling && (authenticationSession.authSessionIdHash)??> data-auth-session-hash="${authenticationSession.authSessionIdHash}"</#if>>
  <header class="sk-header" id="kc-header">
    <div class="sk-header-inner">
      <div class="sk-brand">
        <img class="sk-brand-logo" src="${resources}/img/sekisho-logo.svg" alt="" width="36" height="36">
        <span class="sk-brand-name">${msg("sekisho.productName")}</span>
      </div>
      <@languages/>
    </div>
  </header>
  <main class="sk-main" id="sk-main">
    <div class="sk-card">
      <#if tenant?has_content><p class="sk-tenant" id="sk-tenant">${tenant}</p></#if>
      <h1 class="sk-title" id="kc-page-title">${heading}</h1>

      <#-- App-initiated actions do not repeat that the action is needed. -->
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <@alert type=message.type text=message.summary id="sk-message"/>
      </#if>

      <#if showUser && auth?has_content && auth.showUsername() && !auth.showResetCredentials() && (auth.attemptedUsername)?has_content>
        <#nested "show-username">
        <@userId id=auth.attemptedUsername/>
      </#if>
      <#if displayRequiredFields>
        <p class="sk-hint"><span class="sk-required" aria-hidden="true">*</span> ${msg("requiredFields")}</p>
      </#if>

      <#nested "form">

      <#if otherWay && auth?has_content && auth.showTryAnotherWayLink()>
        <form class="sk-other-way" id="kc-select-try-another-way-form" action="${url.loginAction}" method="post" novalidate>
          <button class="sk-button sk-button--link sk-button--block" id="try-another-way" type="submit" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form class="sk-other-way" id="kc-switch-organization-form" action="${url.loginAction}" method="post" novalidate>
          <button class="sk-button sk-button--link sk-button--block" id="switch-organization" type="submit" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
        </form>
      </#if>

      <#nested "socialProviders">
      <#if displayInfo>
        <div class="sk-info" id="kc-info"><#nested "info"></div>
      </#if>
      <@loginFooter.content/>
    </div>
  </main>
  <footer class="sk-footer">
    <p>${msg("sekisho.footer.help")}</p>
  </footer>
</body>
</html>
</#macro>
