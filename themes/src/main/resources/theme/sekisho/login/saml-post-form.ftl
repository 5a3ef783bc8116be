<#import "template.ftl" as layout>
<@layout.registrationLayout showUser=false; section>
  <#if section = "header">
    ${msg("saml.post-form.title")}
  <#elseif section = "form">
    <p class="sk-text" role="status">${msg("saml.post-form.message")}</p>
    <form name="saml-post-binding" method="post" action="${samlPost.url}" data-auto-submit>
      <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
      <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
      <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
      <noscript>
        <p class="sk-text">${msg("saml.post-form.js-disabled")}</p>
        <button class="sk-button sk-button--primary sk-button--block" type="submit">${msg("doContinue")}</button>
      </noscript>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/auto-submit.js"></script>
  </#if>
</@layout.registrationLayout>
