<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayInfo=!isAppInitiatedAction??; section>
  <#if section = "header">
    ${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p class="sk-text"><#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", (user.email)!'')}</#if></p>
    <#if isAppInitiatedAction??>
      <form class="sk-form" id="kc-verify-email-form" action="${url.loginAction}" method="post">
        <@buttons.actionGroup>
          <@buttons.button label=(verifyEmail??)?then("emailVerifyResend", "emailVerifySend")/>
          <@buttons.button name="cancel-aia" value="true" label="doCancel" type="secondary" formnovalidate="formnovalidate"/>
        </@buttons.actionGroup>
      </form>
    </#if>
  <#elseif section = "info">
    <p class="sk-hint">${msg("emailVerifyInstruction2")}</p>
    <a class="sk-button sk-button--secondary sk-button--block" href="${url.loginAction}">${msg("emailVerifyResend")}</a>
  </#if>
</@layout.registrationLayout>
