<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#assign pending = codePending!true>
<#assign isRegistering = registering!false>
<#assign resendWait = resendWaitSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
  <#if section = "header">
    <#if isRegistering>${msg("sekisho.code.titleRegistering")}<#else>${msg("sekisho.code.title")}</#if>
  <#elseif section = "form">
    <#if (sendFailed!false) && !message?has_content>
      <@layout.alert type="error" text=msg("sekisho.code.sendFailed") id="sk-send-failed"/>
    </#if>
    <#if pending>
      <p class="sk-lead">${msg("sekisho.code.sentTo", maskedNumber!'', (validMinutes!5)?c)}</p>
    <#else>
      <p class="sk-lead">${msg("sekisho.code.notSentYet", maskedNumber!'')}</p>
    </#if>
    <form class="sk-form" id="sk-code-form" action="${url.loginAction}" method="post" novalidate data-sms-code>
      <#if pending>
        <#-- Loose on purpose: without script a pasted "123 456" or full-width digits must reach the server. The script tightens both. -->
        <@field.input name="code" label=msg("sekisho.code.label") autocomplete="one-time-code" autofocus=true hint=msg("sekisho.code.hint") class="sk-code"
          attributes={"pattern": "[0-9０-９\\s\\-]*", "maxlength": "16", "autocapitalize": "none", "spellcheck": "false", "data-digits": "6"}/>
        <div class="sk-actions">
          <button class="sk-button sk-button--primary sk-button--block" id="sk-code-submit" type="submit" name="submit" value="true">${msg("sekisho.code.submit")}</button>
        </div>
      </#if>
      <div class="sk-resend">
        <#if pending><p class="sk-hint">${msg("sekisho.code.notArrived")}</p></#if>
        <button class="sk-button sk-button--${pending?then('secondary', 'primary')} sk-button--block" id="sk-code-resend" type="submit" name="resend" value="true" formnovalidate
          data-resend-wait="${resendWait?c}" aria-describedby="sk-resend-wait">${pending?then(msg("sekisho.code.resend"), msg("sekisho.code.send"))}</button>
        <p class="sk-hint" id="sk-resend-wait" data-wait-text="${msg("sekisho.code.resendWait", "#")}" data-ready-text="${msg("sekisho.code.resendReady")}"><#if resendWait gt 0>${msg("sekisho.code.resendWait", resendWait?c)}</#if></p>
        <#if isRegistering>
          <button class="sk-button sk-button--link sk-button--block" id="sk-code-change-number" type="submit" name="changeNumber" value="true" formnovalidate>${msg("sekisho.code.changeNumber")}</button>
        </#if>
        <#if isAppInitiatedAction??>
          <button class="sk-button sk-button--link sk-button--block" id="sk-code-cancel" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
        </#if>
      </div>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/sms-code.js"></script>
  </#if>
</@layout.registrationLayout>
