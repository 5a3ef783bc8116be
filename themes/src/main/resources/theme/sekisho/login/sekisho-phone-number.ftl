<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phoneNumber'); section>
  <#if section = "header">
    ${msg("sekisho.phone.title")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.phone.why")}</p>
    <form class="sk-form" id="sk-phone-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="phoneNumber" label=msg("sekisho.phone.label") value=(phoneNumber)!'' type="tel" autocomplete="tel" autofocus=true hint=msg("sekisho.phone.hint")
        attributes={"inputmode": "tel", "placeholder": "090-1234-5678", "maxlength": "32"}/>
      <@buttons.actionGroup>
        <@buttons.button id="sk-phone-submit" label="sekisho.phone.submit"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
