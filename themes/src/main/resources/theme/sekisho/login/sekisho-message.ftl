<#import "template.ftl" as layout>
<@layout.registrationLayout showUser=false polling=false; section>
  <#if section = "header">
    ${heading!msg("sekisho.message.title")}
  <#elseif section = "form">
    <p class="sk-text sk-lines" id="sk-message-text">${text!''}</p>
    <#if linkUrl?has_content>
      <div class="sk-actions"><a class="sk-button sk-button--primary sk-button--block" id="sk-message-link" href="${linkUrl}">${linkText!msg("doContinue")}</a></div>
    </#if>
  </#if>
</@layout.registrationLayout>
