<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('recoveryCodeInput'); section>
  <#if section = "header">
    ${msg("auth-recovery-code-header")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.recovery.inputLead", recoveryAuthnCodesInputBean.codeNumber?c)}</p>
    <form class="sk-form" id="kc-recovery-code-login-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="recoveryCodeInput" label=msg("auth-recovery-code-prompt", recoveryAuthnCodesInputBean.codeNumber?c) autofocus=true class="sk-mono"
        attributes={"autocapitalize": "characters", "spellcheck": "false", "placeholder": "XXXX-XXXX-XXXX"}/>
      <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="sekisho.code.submit"/></@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
