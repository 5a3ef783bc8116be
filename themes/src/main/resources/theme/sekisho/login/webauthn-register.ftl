<#import "template.ftl" as layout>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-registration-title")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.passkey.registerLead")}</p>
    <form class="sk-form" id="register" action="${url.loginAction}" method="post">
      <input type="hidden" id="clientDataJSON" name="clientDataJSON">
      <input type="hidden" id="attestationObject" name="attestationObject">
      <input type="hidden" id="publicKeyCredentialId" name="publicKeyCredentialId">
      <input type="hidden" id="transports" name="transports">
      <input type="hidden" id="authenticatorAttachment" name="authenticatorAttachment">
      <input type="hidden" id="error" name="error">
      <div class="sk-field">
        <label class="sk-label" for="authenticatorLabel">${msg("sekisho.passkey.name")}</label>
        <p class="sk-hint" id="hint-authenticatorLabel">${msg("sekisho.passkey.nameHint")}</p>
        <input class="sk-input" type="text" id="authenticatorLabel" name="authenticatorLabel" value="${msg("webauthn-registration-init-label")}" maxlength="100" autocomplete="off" aria-describedby="hint-authenticatorLabel">
      </div>
      <@passwordCommons.logoutOtherSessions/>
      <div class="sk-actions">
        <button class="sk-button sk-button--primary sk-button--block" id="registerWebAuthn" type="button"
          data-webauthn-create data-challenge="${challenge}" data-user-id="${userid}" data-user-name="${username}"
          data-algorithms="<#list signatureAlgorithms as sigAlg>${sigAlg?c}<#sep>,</#list>" data-rp-name="${rpEntityName}" data-rp-id="${rpId}"
          data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}"
          data-require-resident-key="${requireResidentKey}" data-resident-key="${residentKey!''}" data-user-verification="${userVerificationRequirement}"
          data-timeout="${createTimeout?c}" data-exclude="${excludeCredentialIds}" data-default-label="${msg("webauthn-registration-init-label")}"
          data-unsupported="${msg("webauthn-unsupported-browser-text")}">${msg("sekisho.passkey.register")}</button>
      </div>
    </form>
    <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
      <form id="kc-webauthn-settings-form" action="${url.loginAction}" method="post">
        <button class="sk-button sk-button--secondary sk-button--block sk-space-above" id="cancelWebAuthnAIA" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
      </form>
    </#if>
    <noscript><p class="sk-error-text">${msg("sekisho.scriptNeeded")}</p></noscript>
    <script type="module" src="${url.resourcesPath}/js/sekisho/webauthn.js"></script>
  </#if>
</@layout.registrationLayout>
