<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false showUser=false otherWay=false; section>
  <#if section = "header">
    <#if refused??>${msg("sekisho.refused.title")}<#else>${kcSanitize(msg("errorTitle"))?no_esc}</#if>
  <#elseif section = "form">
    <div id="kc-error-message" role="alert">
      <p class="sk-text sk-lines">${kcSanitize(message.summary)?no_esc}</p>
    </div>
    <#if referenceNumber??><p class="sk-hint" id="referenceNumber">${msg("sekisho.error.reference", referenceNumber)}</p></#if>
    <#if traceId??><p class="sk-hint" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
    <#if !skipLink?? && (client.baseUrl)?has_content>
      <div class="sk-actions"><a class="sk-button sk-button--secondary sk-button--block" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></div>
    </#if>
  </#if>
</@layout.registrationLayout>
