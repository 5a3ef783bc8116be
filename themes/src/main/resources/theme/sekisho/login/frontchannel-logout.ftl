<#import "template.ftl" as layout>
<@layout.registrationLayout showUser=false polling=false; section>
  <#if section = "header">
    ${msg("frontchannel-logout.title")}
  <#elseif section = "form">
    <p class="sk-text">${msg("frontchannel-logout.message")}</p>
    <ul class="sk-list">
      <#list logout.clients as client>
        <li>${client.name}<iframe src="${client.frontChannelLogoutUrl}" hidden></iframe></li>
      </#list>
    </ul>
    <#if logout.logoutRedirectUri?has_content>
      <div class="sk-actions"><a class="sk-button sk-button--primary sk-button--block" id="continue" href="${logout.logoutRedirectUri}" data-follow-when-loaded>${msg("doContinue")}</a></div>
      <script type="module" src="${url.resourcesPath}/js/sekisho/frontchannel-logout.js"></script>
    </#if>
  </#if>
</@layout.registrationLayout>
