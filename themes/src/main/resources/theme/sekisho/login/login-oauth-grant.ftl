<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#-- The client's own logo is left out: img-src allows this server only. -->
<@layout.registrationLayout bodyClass="oauth"; section>
  <#assign clientName = (client.name?has_content)?then(advancedMsg(client.name!''), client.clientId)>
  <#if section = "header">
    ${msg("oauthGrantTitle", clientName)}
  <#elseif section = "form">
    <div id="kc-oauth">
      <h2 class="sk-subtitle">${msg("oauthGrantRequest")}</h2>
      <#if oauth.clientScopesRequested??>
        <ul class="sk-list">
          <#list oauth.clientScopesRequested as clientScope>
            <li><#if !clientScope.parameterizedScopeParameter??>${advancedMsg(clientScope.consentScreenText)}<#else>${advancedMsg(clientScope.consentScreenText, clientScope.parameterizedScopeParameter)}</#if></li>
          </#list>
        </ul>
      </#if>
      <#if client.attributes.policyUri?? || client.attributes.tosUri??>
        <p class="sk-text">
          ${msg("oauthGrantInformation", clientName)}
          <#if client.attributes.tosUri??><a href="${client.attributes.tosUri}" target="_blank" rel="noopener noreferrer">${msg("oauthGrantTos")}</a></#if>
          <#if client.attributes.policyUri??><a href="${client.attributes.policyUri}" target="_blank" rel="noopener noreferrer">${msg("oauthGrantPolicy")}</a></#if>
        </p>
      </#if>
      <form class="sk-form" action="${url.oauthAction}" method="post">
        <input type="hidden" name="code" value="${oauth.code}">
        <@buttons.actionGroup>
          <@buttons.button id="kc-login" name="accept" value="true" label="doYes"/>
          <@buttons.button id="kc-cancel" name="cancel" value="true" label="doNo" type="secondary"/>
        </@buttons.actionGroup>
      </form>
    </div>
  </#if>
</@layout.registrationLayout>
