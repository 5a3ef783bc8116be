<#-- Same macros as Keycloak's field.ftl, so that inherited pages draw the same fields. -->

<#macro group name label error="" required=false>
  <div class="sk-field<#if error?has_content> sk-field--error</#if>">
    <#if label?has_content>
      <label for="${name}" class="sk-label">${label}<#if required> <span class="sk-required" aria-hidden="true">*</span></#if></label>
    </#if>
    <#nested>
    <div id="input-error-container-${name}" aria-live="polite">
      <#if error?has_content><p class="sk-error-text" id="input-error-${name}">${error}</p></#if>
    </div>
  </div>
</#macro>

<#-- The error text carries its own icon. -->
<#macro errorIcon error=""></#macro>

<#macro describedBy name error hint="">
  <#if error?has_content || hint?has_content>aria-describedby="<#if hint?has_content>hint-${name} </#if><#if error?has_content>input-error-${name}</#if>"</#if>
</#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false hint="" type="text" class="" attributes={}>
  <#local inputAttributes = (autocomplete == "one-time-code")?then({"inputmode": "numeric"}, {}) + attributes>
  <@group name=name label=label error=error required=required>
    <#if hint?has_content><p class="sk-hint" id="hint-${name}">${hint}</p></#if>
    <input class="sk-input ${class}" id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"
      <#list inputAttributes as key, attributeValue>${key}="${attributeValue}" </#list>
      <#if required>required</#if> <#if autofocus>autofocus</#if> <#if error?has_content>aria-invalid="true"</#if>
      <@describedBy name=name error=error hint=hint/>>
  </@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false hint="" describedby="">
  <@group name=name label=label error=error required=required>
    <#if hint?has_content><p class="sk-hint" id="hint-${name}">${hint}</p></#if>
    <div class="sk-password">
      <input class="sk-input" id="${name}" name="${name}" type="password" value="${value}" autocomplete="${autocomplete}"
        autocapitalize="none" spellcheck="false"
        <#if required>required</#if> <#if autofocus>autofocus</#if> <#if error?has_content>aria-invalid="true"</#if>
        <#if describedby?has_content>aria-describedby="<#if error?has_content>input-error-${name} </#if>${describedby}"<#else><@describedBy name=name error=error hint=hint/></#if>>
      <button class="sk-password-toggle" id="${name}-show-password" type="button" hidden
        data-password-visibility="${name}" data-label-show="${msg("sekisho.password.show")}" data-label-hide="${msg("sekisho.password.hide")}"
        data-aria-show="${msg("showPassword")}" data-aria-hide="${msg("hidePassword")}" aria-controls="${name}" aria-label="${msg("showPassword")}">${msg("sekisho.password.show")}</button>
    </div>
    <#nested>
    <#if forgotPassword><p class="sk-hint"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
  </@group>
</#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
  <@group name=name label=label>
    <div class="sk-copy">
      <input class="sk-input sk-mono" id="${name}" name="${name}" type="text" value="${value}" <#if readonly>readonly</#if> aria-label="${ariaLabel}">
      <button class="sk-button sk-button--secondary" id="kc-${name}-copy-button" type="button" hidden data-copy-from="${name}"
        data-copy-done="${msg("code-copy-success")}" data-copy-failed="${msg("code-copy-failure")}">${msg("recovery-codes-copy")}</button>
    </div>
    <p class="sk-hint" role="status" data-copy-status="${name}"></p>
  </@group>
</#macro>

<#macro checkbox name label value=false required=false>
  <div class="sk-choice">
    <input class="sk-choice-input" type="checkbox" id="${name}" name="${name}" <#if value>checked</#if> <#if required>required</#if>>
    <label class="sk-choice-label" for="${name}">${label}<#if required> <span class="sk-required" aria-hidden="true">*</span></#if></label>
  </div>
</#macro>
