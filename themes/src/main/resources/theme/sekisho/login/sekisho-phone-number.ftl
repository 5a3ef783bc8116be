<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('phoneNumber'); section>
  <#if section = "header">
    <#if (presentNumber!'')?has_content>${msg("sekisho.phone.changeTitle")}<#else>${msg("sekisho.phone.title")}</#if>
  <#elseif section = "form">
    <p class="sk-lead"><#if (presentNumber!'')?has_content>${msg("sekisho.phone.changeWhy", presentNumber)}<#else>${msg("sekisho.phone.why")}</#if></p>
    <form class="sk-form" id="sk-phone-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="phoneNumber" label=msg("sekisho.phone.label") value=(phoneNumber)!'' type="tel" autocomplete="tel" autofocus=true hint=msg("sekisho.phone.hint")
        attributes={"inputmode": "tel", "placeholder": "090-1234-5678", "maxlength": "32"}/>
      <@buttons.actionGroup>
        <@buttons.button id="sk-phone-submit" label="sekisho.phone.submit"/>
        <#if isAppInitiatedAction??>
          <@buttons.button id="sk-phone-cancel" name="cancel-aia" value="true" label="doCancel" type="secondary" formnovalidate="formnovalidate"/>
        </#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
