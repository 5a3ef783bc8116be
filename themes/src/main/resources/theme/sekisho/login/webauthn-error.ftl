<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-error-title")}
  <#elseif section = "form">
    <form class="sk-form" id="kc-error-credential-form" action="${url.loginAction}" method="post">
      <input type="hidden" id="executionValue" name="authenticationExecution" value="${execution!''}">
      <input type="hidden" id="isSetRetry" name="isSetRetry" value="retry">
      <div class="sk-actions"><button class="sk-button sk-button--primary sk-button--block" id="kc-try-again" type="submit">${msg("doTryAgain")}</button></div>
    </form>
    <#if isAppInitiatedAction??>
      <form id="kc-webauthn-settings-form" action="${url.loginAction}" method="post">
        <button class="sk-button sk-button--secondary sk-button--block sk-space-above" id="cancelWebAuthnAIA" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
