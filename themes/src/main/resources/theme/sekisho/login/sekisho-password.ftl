<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#-- The user ID is shown here, not by the layout: the page must look the same whether the user exists or not. -->
<@layout.registrationLayout showUser=false displayMessage=!messagesPerField.existsError('password'); section>
  <#if section = "header">
    ${msg("sekisho.password.title")}
  <#elseif section = "form">
    <#if (auth.attemptedUsername)?has_content>
      <@layout.userId id=auth.attemptedUsername/>
    </#if>
    <form class="sk-form" id="sk-password-form" action="${url.loginAction}" method="post" novalidate>
      <#if (auth.attemptedUsername)?has_content>
        <#-- lets a password manager pick the entry of this user; the server does not read it -->
        <input class="sk-visually-hidden" type="text" value="${auth.attemptedUsername}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
      </#if>
      <@field.password name="password" label=msg("password") autocomplete="current-password" autofocus=true/>
      <@buttons.actionGroup>
        <@buttons.button id="kc-login" label="sekisho.signIn.submit"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
