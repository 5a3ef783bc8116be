<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout polling=false; section>
  <#if section = "header">
    <#if code.success>${msg("codeSuccessTitle")}<#else>${msg("codeErrorTitle", code.error)}</#if>
  <#elseif section = "form">
    <div id="kc-code-page">
      <#if code.success>
        <p class="sk-text">${msg("copyCodeInstruction")}</p>
        <@field.clipboard name="code" label="" ariaLabel=msg("codeSuccess") value=code.code/>
        <script type="module" src="${url.resourcesPath}/js/sekisho/copy-code.js"></script>
      <#else>
        <p class="sk-text" id="error">${code.error}</p>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
