<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#-- Between user ID and password: this device does not open the door. The page looks the same whether the ID exists or not. -->
<@layout.registrationLayout showUser=false; section>
  <#if section = "header">
    ${msg("sekisho.device.title")}
  <#elseif section = "form">
    <#if userId?has_content>
      <@layout.userId id=userId/>
    </#if>
    <p class="sk-text" id="sk-device-fault" data-fault="${fault}">${msg("sekisho.device.fault" + fault)}</p>
    <p class="sk-text">${msg("sekisho.device.remedy" + fault)}</p>
    <#if fault != "Off">
      <p class="sk-text">${msg("sekisho.device.againHint")}</p>
      <form class="sk-form" id="sk-device-form" action="${url.loginAction}" method="post">
        <@buttons.actionGroup>
          <@buttons.button id="sk-device-again" label="sekisho.device.again"/>
        </@buttons.actionGroup>
      </form>
    </#if>
    <p class="sk-hint" id="referenceNumber">${msg("sekisho.error.reference", referenceNumber)}</p>
  </#if>
</@layout.registrationLayout>
