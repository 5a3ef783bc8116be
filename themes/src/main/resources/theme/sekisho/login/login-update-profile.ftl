<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<@layout.registrationLayout displayMessage=messagesPerField.exists('global') displayRequiredFields=true; section>
  <#if section = "header">
    ${msg("loginProfileTitle")}
  <#elseif section = "form">
    <form class="sk-form" id="kc-update-profile-form" action="${url.loginAction}" method="post" novalidate>
      <@userProfileCommons.userProfileFormFields/>
      <@buttons.actionGroup>
        <@buttons.button label="sekisho.save"/>
        <#if isAppInitiatedAction??>
          <@buttons.button name="cancel-aia" value="true" label="doCancel" type="secondary" formnovalidate="formnovalidate"/>
        </#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
