<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("deleteCredentialTitle", credentialLabel)}
  <#elseif section = "form">
    <p class="sk-text" id="kc-delete-text">${msg("deleteCredentialMessage", credentialLabel)}</p>
    <form class="sk-form" action="${url.loginAction}" method="post">
      <@buttons.actionGroup>
        <@buttons.button id="kc-accept" name="accept" value="true" label="sekisho.delete" type="danger"/>
        <@buttons.button id="kc-decline" name="cancel-aia" value="true" label="doCancel" type="secondary"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
