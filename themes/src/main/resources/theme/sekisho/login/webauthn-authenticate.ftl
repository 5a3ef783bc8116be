<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-login-title")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.passkey.lead")}</p>
    <form id="webauth" action="${url.loginAction}" method="post" hidden>
      <input type="hidden" id="clientDataJSON" name="clientDataJSON">
      <input type="hidden" id="authenticatorData" name="authenticatorData">
      <input type="hidden" id="signature" name="signature">
      <input type="hidden" id="credentialId" name="credentialId">
      <input type="hidden" id="userHandle" name="userHandle">
      <input type="hidden" id="error" name="error">
    </form>
    <#if authenticators??>
      <form id="authn_select" hidden>
        <#list authenticators.authenticators as authenticator>
          <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}">
        </#list>
      </form>
      <#if shouldDisplayAuthenticators?? && shouldDisplayAuthenticators>
        <h2 class="sk-subtitle">${msg("webauthn-available-authenticators")}</h2>
        <ul class="sk-passkeys">
          <#list authenticators.authenticators as authenticator>
            <li id="kc-webauthn-authenticator-item-${authenticator?index}">
              <#if authenticator.iconLight?? || authenticator.iconDark??>
                <img src="${url.resourcesPath}/img/passkeys/${authenticator.iconLight!authenticator.iconDark!''}" alt="" width="40" height="40">
              <#else>
                <img src="${url.resourcesPath}/img/passkey.svg" alt="" width="40" height="40">
              </#if>
              <span>
                <strong id="kc-webauthn-authenticator-label-${authenticator?index}">${authenticator.label}</strong>
                <#if (authenticator.authenticatorProvider!'')?has_content>
                  <span class="sk-hint">${authenticator.authenticatorProvider}</span>
                <#elseif (authenticator.transports.displayNameProperties)?has_content>
                  <span class="sk-hint"><#list authenticator.transports.displayNameProperties as nameProperty>${msg(nameProperty)}<#sep>, </#list></span>
                </#if>
                <span class="sk-hint">${msg("webauthn-createdAt-label")} ${authenticator.createdAt}</span>
              </span>
            </li>
          </#list>
        </ul>
      </#if>
    </#if>
    <div class="sk-actions">
      <button class="sk-button sk-button--primary sk-button--block" id="authenticateWebAuthnButton" type="button" autofocus
        data-webauthn-get data-mediation="none" data-user-identified="${isUserIdentified}" data-challenge="${challenge}"
        data-user-verification="${userVerification}" data-rp-id="${rpId}" data-timeout="${createTimeout?c}"
        data-unsupported="${msg("webauthn-unsupported-browser-text")}">${msg("webauthn-doAuthenticate")}</button>
    </div>
    <noscript><p class="sk-error-text">${msg("sekisho.scriptNeeded")}</p></noscript>
    <script type="module" src="${url.resourcesPath}/js/sekisho/webauthn.js"></script>
  </#if>
</@layout.registrationLayout>
