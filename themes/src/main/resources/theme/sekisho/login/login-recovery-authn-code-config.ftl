<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("recovery-code-config-header")}
  <#elseif section = "form">
    <div class="sk-print">
      <p class="sk-text">${msg("recovery-codes-download-file-description")}</p>
      <ol class="sk-codes" id="kc-recovery-codes-list">
        <#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code>
          <li>${code[0..3]}-${code[4..7]}-${code[8..]}</li>
        </#list>
      </ol>
    </div>
    <div class="sk-tools" id="sk-recovery-tools" hidden data-recovery-codes="kc-recovery-codes-list" data-file-name="sekisho-recovery-codes.txt"
      data-file-header="${msg("recovery-codes-download-file-header")}" data-file-description="${msg("recovery-codes-download-file-description")}"
      data-file-date="${msg("recovery-codes-download-file-date")}" data-copied="${msg("recovery-codes-copied")}" data-copy-failed="${msg("code-copy-failure")}">
      <button class="sk-button sk-button--secondary" id="printRecoveryCodes" type="button">${msg("recovery-codes-print")}</button>
      <button class="sk-button sk-button--secondary" id="downloadRecoveryCodes" type="button">${msg("recovery-codes-download")}</button>
      <button class="sk-button sk-button--secondary" id="copyRecoveryCodes" type="button">${msg("recovery-codes-copy")}</button>
    </div>
    <p class="sk-hint" id="sk-recovery-status" role="status"></p>
    <div class="sk-alert sk-alert--warning">
      <span class="sk-alert-icon" aria-hidden="true"></span>
      <div class="sk-alert-text"><strong>${msg("recovery-code-config-warning-title")}</strong><br>${msg("recovery-code-config-warning-message")}</div>
    </div>
    <form class="sk-form" id="kc-recovery-codes-settings-form" action="${url.loginAction}" method="post">
      <input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
      <input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
      <input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
      <#-- required instead of a disabled button: works without script too -->
      <@field.checkbox name="kcRecoveryCodesConfirmationCheck" label=msg("recovery-codes-confirmation-message") required=true/>
      <@passwordCommons.logoutOtherSessions/>
      <div class="sk-actions">
        <button class="sk-button sk-button--primary sk-button--block" id="saveRecoveryAuthnCodesBtn" type="submit">${msg("recovery-codes-action-complete")}</button>
        <#if isAppInitiatedAction??>
          <button class="sk-button sk-button--secondary sk-button--block" id="cancelRecoveryAuthnCodesBtn" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("recovery-codes-action-cancel")}</button>
        </#if>
      </div>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/recovery-codes.js"></script>
  </#if>
</@layout.registrationLayout>
