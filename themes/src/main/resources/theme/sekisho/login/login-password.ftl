<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password'); section>
  <#if section = "header">
    ${msg("sekisho.password.title")}
  <#elseif section = "form">
    <form class="sk-form" id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
      <@field.password name="password" label=msg("password") forgotPassword=realm.resetPasswordAllowed autocomplete="current-password" autofocus=true/>
      <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="sekisho.signIn.submit"/></@buttons.actionGroup>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
