<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("sekisho.recovery.title")}
  <#elseif section = "form">
    <p class="sk-lead">${msg("sekisho.recovery.done")}</p>
    <p class="sk-text">${msg("sekisho.recovery.why")}</p>
    <form class="sk-form" id="sk-recovery-offer-form" action="${url.loginAction}" method="post">
      <div class="sk-actions">
        <button class="sk-button sk-button--primary sk-button--block" id="sk-recovery-setup" type="submit" name="recovery" value="setup">${msg("sekisho.recovery.setup")}</button>
        <button class="sk-button sk-button--secondary sk-button--block" id="sk-recovery-later" type="submit" name="recovery" value="later">${msg("sekisho.recovery.later")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
