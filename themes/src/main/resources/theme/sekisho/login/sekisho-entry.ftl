<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- Drawn outside of any sign-in: there is no realm, no message bean and no action of Keycloak. -->
<@layout.registrationLayout showUser=false displayMessage=false polling=false; section>
  <#if section = "header">
    ${msg("sekisho.signIn")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.entry.lead")}</p>
    <form class="sk-form" id="sk-entry-form" action="${action}" method="post" novalidate>
      <@field.input name="username" label=msg("sekisho.userId") value=username error=error autocomplete="username" autofocus=true hint=msg("sekisho.userId.hint")
        attributes={"inputmode": "email", "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false", "placeholder": msg("sekisho.userId.example"), "maxlength": "255"}/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" label="sekisho.next"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
