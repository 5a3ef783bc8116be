<#macro conditionalUIData>
  <#if enableWebAuthnConditionalUI?has_content>
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
    </#if>
    <button class="sk-button sk-button--secondary sk-button--block sk-space-above" id="authenticateWebAuthnButton" type="button"
      data-webauthn-get data-mediation="${(mediation!'conditional')}" data-user-identified="${isUserIdentified}" data-challenge="${challenge}"
      data-user-verification="${userVerification}" data-rp-id="${rpId}" data-timeout="${createTimeout?c}" data-attachment="${authenticatorAttachment!''}"
      data-unsupported="${msg("passkey-unsupported-browser-text")}">${msg("webauthn-doAuthenticate")}</button>
    <script type="module" src="${url.resourcesPath}/js/sekisho/webauthn.js"></script>
  </#if>
</#macro>
