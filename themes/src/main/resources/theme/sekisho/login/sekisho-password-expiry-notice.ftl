<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("sekisho.expiry.title")}
  <#elseif section = "form">
    <p class="sk-lead"><#if (passwordExpiresInDays!0) gt 0>${msg("sekisho.expiry.inDays", passwordExpiresInDays?c)}<#else>${msg("sekisho.expiry.today")}</#if></p>
    <p class="sk-text">${msg("sekisho.expiry.why")}</p>
    <form class="sk-form" id="sk-expiry-form" action="${url.loginAction}" method="post">
      <div class="sk-actions">
        <button class="sk-button sk-button--primary sk-button--block" id="sk-expiry-change" type="submit" name="change" value="true">${msg("sekisho.expiry.change")}</button>
        <button class="sk-button sk-button--secondary sk-button--block" id="sk-expiry-later" type="submit" name="later" value="true">${msg("sekisho.expiry.later")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
