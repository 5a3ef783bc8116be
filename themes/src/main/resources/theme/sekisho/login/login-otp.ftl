<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
  <#if section = "header">
    ${msg("sekisho.totp.title")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.totp.lead")}</p>
    <form class="sk-form" id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset class="sk-fieldset">
          <legend class="sk-label">${msg("sekisho.totp.chooseDevice")}</legend>
          <#list otpLogin.userOtpCredentials as otpCredential>
            <div class="sk-choice sk-choice--boxed">
              <input class="sk-choice-input" type="radio" id="kc-otp-credential-${otpCredential?index}" name="selectedCredentialId" value="${otpCredential.id}"
                <#if otpCredential.id == (otpLogin.selectedCredentialId!'')>checked</#if>>
              <label class="sk-choice-label" for="kc-otp-credential-${otpCredential?index}">${otpCredential.userLabel!msg("sekisho.totp.unnamedDevice")}</label>
            </div>
          </#list>
        </fieldset>
      <#else>
        <input type="hidden" id="selectedCredentialId" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!''}">
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" fieldName="totp" autofocus=true class="sk-code"
        attributes={"maxlength": "16", "data-digits": "8"}/>
      <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="sekisho.code.submit"/></@buttons.actionGroup>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/digits.js"></script>
  </#if>
</@layout.registrationLayout>
