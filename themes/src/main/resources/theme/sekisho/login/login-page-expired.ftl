<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p class="sk-text">${msg("sekisho.expired.text")}</p>
    <div class="sk-actions">
      <a class="sk-button sk-button--primary sk-button--block" id="loginContinueLink" href="${url.loginAction}">${msg("sekisho.expired.continue")}</a>
      <a class="sk-button sk-button--secondary sk-button--block" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("sekisho.expired.restart")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
