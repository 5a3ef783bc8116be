<#import "field.ftl" as field>
<#macro logoutOtherSessions>
  <div id="kc-form-options">
    <@field.checkbox name="logout-sessions" label=msg("logoutOtherSessions")/>
  </div>
</#macro>
