<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<#assign minLength = (passwordRules.minLength)!10>
<#assign history = (passwordRules.history)!0>
<#assign expiryDays = (passwordRules.expiryDays)!0>
<#macro rule name text>
  <li class="sk-rule" data-rule="${name}"><span class="sk-rule-icon" aria-hidden="true"></span><span class="sk-rule-text">${text}</span> <span class="sk-rule-state" data-rule-state></span></li>
</#macro>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password','password-confirm','password-new'); section>
  <#if section = "header">
    ${msg("sekisho.newPassword.title")}
  <#elseif section = "form">
    <form class="sk-form" id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
      <#if (username!'')?has_content>
        <input class="sk-visually-hidden" type="text" value="${username}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
      </#if>
      <@field.password name="password-new" label=msg("passwordNew") fieldName="password" error=messagesPerField.getFirstError('password','password-new') autocomplete="new-password" autofocus=true describedby="sk-password-rules"/>
      <@field.password name="password-confirm" label=msg("passwordNewConfirm") autocomplete="new-password"/>

      <div class="sk-panel" id="sk-password-rules" data-password-rules data-min-length="${minLength?c}" data-user-id="${username!''}"
        data-password="password-new" data-confirm="password-confirm"
        data-text-met="${msg("sekisho.rule.met")}" data-text-unmet="${msg("sekisho.rule.unmet")}" data-text-all-met="${msg("sekisho.rule.allMet")}" data-text-some-unmet="${msg("sekisho.rule.someUnmet", "#")}">
        <h2 class="sk-panel-title">${msg("sekisho.rule.title")}</h2>
        <ul class="sk-rules">
          <@rule name="length" text=msg("sekisho.rule.length", minLength?c)/>
          <@rule name="upper" text=msg("sekisho.rule.upper")/>
          <@rule name="lower" text=msg("sekisho.rule.lower")/>
          <@rule name="digit" text=msg("sekisho.rule.digit")/>
          <@rule name="symbol" text=msg("sekisho.rule.symbol")/>
          <@rule name="ascii" text=msg("sekisho.rule.ascii")/>
          <@rule name="userId" text=msg("sekisho.rule.userId")/>
          <@rule name="equal" text=msg("sekisho.rule.equal")/>
        </ul>
        <p class="sk-hint" data-rules-summary aria-live="polite"></p>
        <ul class="sk-list sk-hint">
          <li>${msg("sekisho.rule.common")}</li>
          <li>${msg("sekisho.rule.names")}</li>
          <#if history gt 0><li>${msg("sekisho.rule.history", history?c)}</li></#if>
          <#if expiryDays gt 0><li>${msg("sekisho.rule.expiry", expiryDays?c)}</li></#if>
        </ul>
      </div>

      <@passwordCommons.logoutOtherSessions/>

      <@buttons.actionGroup>
        <@buttons.button id="kc-submit" name="login" label="sekisho.newPassword.submit"/>
        <#if isAppInitiatedAction??>
          <@buttons.button id="kc-cancel" name="cancel-aia" value="true" label="doCancel" type="secondary"/>
        </#if>
      </@buttons.actionGroup>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/password-rules.js"></script>
  </#if>
</@layout.registrationLayout>
