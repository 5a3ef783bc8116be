<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username'); section>
  <#if section = "header">
    ${msg("sekisho.signIn")}
  <#elseif section = "form">
    <#if realm.password>
      <form class="sk-form" id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
        <#if !usernameHidden??>
          <@field.input name="username" label=msg("sekisho.userId") value=(login.username)!'' autofocus=true
            autocomplete=(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')
            attributes={"inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}/>
          <#if realm.rememberMe>
            <@field.checkbox name="rememberMe" label=msg("rememberMe") value=(login.rememberMe)??/>
          </#if>
        </#if>
        <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="sekisho.next"/></@buttons.actionGroup>
      </form>
    </#if>
    <@passkeys.conditionalUIData/>
  <#elseif section = "socialProviders">
    <#if realm.password && (social.providers)?has_content>
      <@identityProviders.show social=social/>
    </#if>
  </#if>
</@layout.registrationLayout>
