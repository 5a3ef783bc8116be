<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp','userLabel'); section>
  <#if section = "header">
    ${msg("sekisho.totp.setupTitle")}
  <#elseif section = "form">
    <ol class="sk-steps" id="kc-totp-settings">
      <li>
        <p>${msg("sekisho.totp.step1")}</p>
        <ul class="sk-list" id="kc-totp-supported-apps">
          <#list totp.supportedApplications as app><li>${msg(app)}</li></#list>
        </ul>
      </li>
      <#if mode?? && mode = "manual">
        <li>
          <p>${msg("sekisho.totp.step2Manual")}</p>
          <p class="sk-secret" id="kc-totp-secret-key">${totp.totpSecretEncoded}</p>
          <dl class="sk-values">
            <div id="kc-totp-type"><dt>${msg("loginTotpType")}</dt><dd>${msg("loginTotp." + totp.policy.type)}</dd></div>
            <div id="kc-totp-algorithm"><dt>${msg("loginTotpAlgorithm")}</dt><dd>${totp.policy.getAlgorithmKey()}</dd></div>
            <div id="kc-totp-digits"><dt>${msg("loginTotpDigits")}</dt><dd>${totp.policy.digits?c}</dd></div>
            <#if totp.policy.type = "totp">
              <div id="kc-totp-period"><dt>${msg("loginTotpInterval")}</dt><dd>${msg("sekisho.seconds", totp.policy.period?c)}</dd></div>
            <#elseif totp.policy.type = "hotp">
              <div id="kc-totp-counter"><dt>${msg("loginTotpCounter")}</dt><dd>${totp.policy.initialCounter?c}</dd></div>
            </#if>
          </dl>
          <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("sekisho.totp.useQrCode")}</a></p>
        </li>
      <#else>
        <li>
          <p>${msg("sekisho.totp.step2")}</p>
          <p class="sk-qr"><img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("sekisho.totp.qrCodeAlt")}"></p>
          <p><a href="${totp.manualUrl}" id="mode-manual">${msg("sekisho.totp.cannotScan")}</a></p>
        </li>
      </#if>
      <li><p>${msg("sekisho.totp.step3")}</p></li>
    </ol>
    <form class="sk-form" id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="totp" label=msg("authenticatorCode") required=true autocomplete="one-time-code" class="sk-code"
        attributes={"maxlength": "16", "data-digits": "8"}/>
      <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=(totp.otpCredentials?size gte 1) hint=msg("sekisho.totp.deviceNameHint") attributes={"maxlength": "100"}/>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
      <@passwordCommons.logoutOtherSessions/>
      <@buttons.actionGroup>
        <@buttons.button id="saveTOTPBtn" label="sekisho.register"/>
        <#if isAppInitiatedAction??>
          <@buttons.button id="cancelTOTPBtn" name="cancel-aia" value="true" label="doCancel" type="secondary"/>
        </#if>
      </@buttons.actionGroup>
    </form>
    <script type="module" src="${url.resourcesPath}/js/sekisho/digits.js"></script>
  </#if>
</@layout.registrationLayout>
