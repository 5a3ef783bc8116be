<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=false; section>
  <#if section = "header">
    ${msg("loginChooseAuthenticator")}
  <#elseif section = "form">
    <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
      <ul class="sk-options">
        <#list auth.authenticationSelections as authenticationSelection>
          <li>
            <button class="sk-option" type="submit" name="authenticationExecution" value="${authenticationSelection.authExecId}">
              <span class="sk-option-name">${msg('${authenticationSelection.displayName}')}</span>
              <span class="sk-option-help">${msg('${authenticationSelection.helpText}')}</span>
            </button>
          </li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
