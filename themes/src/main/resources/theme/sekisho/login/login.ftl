<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
  <#if section = "header">
    ${msg("sekisho.signIn")}
  <#elseif section = "form">
    <#if realm.password>
      <form class="sk-form" id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
        <#if !usernameHidden??>
          <@field.input name="username" label=msg("sekisho.userId") value=(login.username)!'' error=messagesPerField.getFirstError('username','password')
            autocomplete=(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username') autofocus=true
            attributes={"inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}/>
        </#if>
        <@field.password name="password" label=msg("password") error=(usernameHidden??)?then(messagesPerField.getFirstError('username','password'), '')
          forgotPassword=realm.resetPasswordAllowed autocomplete="current-password" autofocus=usernameHidden??/>
        <#if realm.rememberMe && !usernameHidden??>
          <@field.checkbox name="rememberMe" label=msg("rememberMe") value=(login.rememberMe)??/>
        </#if>
        <input type="hidden" id="id-hidden-input" name="credentialId" value="${(auth.selectedCredential)!''}">
        <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="sekisho.signIn.submit"/></@buttons.actionGroup>
      </form>
    </#if>
    <@passkeys.conditionalUIData/>
  <#elseif section = "socialProviders">
    <#if realm.password && (social.providers)?has_content>
      <@identityProviders.show social=social/>
    </#if>
  </#if>
</@layout.registrationLayout>
