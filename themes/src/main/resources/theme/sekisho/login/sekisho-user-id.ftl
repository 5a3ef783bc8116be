<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout showUser=false displayMessage=!messagesPerField.existsError('username'); section>
  <#if section = "header">
    ${msg("sekisho.signIn")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.userId.lead")}</p>
    <form class="sk-form" id="sk-user-id-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="username" label=msg("sekisho.userId") value=(login.username)!(username)!(auth.attemptedUsername)!'' autocomplete="username" autofocus=true hint=msg("sekisho.userId.hint")
        attributes={"inputmode": "email", "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false", "placeholder": msg("sekisho.userId.example"), "maxlength": "255"}/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" label="sekisho.next"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
