<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${msg("sekisho.message.title")}</#if>
  <#elseif section = "form">
    <div id="kc-info-message">
      <p class="sk-text sk-lines" role="status">${message.summary}</p>
      <#if requiredActions?? && requiredActions?has_content>
        <ul class="sk-list">
          <#list requiredActions as reqActionItem><li>${kcSanitize(msg("requiredAction.${reqActionItem}"))?no_esc}</li></#list>
        </ul>
      </#if>
      <#if !skipLink??>
        <#if pageRedirectUri?has_content>
          <div class="sk-actions"><a class="sk-button sk-button--secondary sk-button--block" href="${pageRedirectUri}">${msg("backToApplication")}</a></div>
        <#elseif actionUri?has_content>
          <div class="sk-actions"><a class="sk-button sk-button--primary sk-button--block" href="${actionUri}">${msg("proceedWithAction")}</a></div>
        <#elseif (client.baseUrl)?has_content>
          <div class="sk-actions"><a class="sk-button sk-button--secondary sk-button--block" href="${client.baseUrl}">${msg("backToApplication")}</a></div>
        </#if>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
