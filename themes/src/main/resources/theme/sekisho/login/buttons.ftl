<#-- Same macros as Keycloak's buttons.ftl. -->

<#macro actionGroup horizontal=false>
  <div class="sk-actions<#if horizontal> sk-actions--row</#if>"><#nested></div>
</#macro>

<#macro button label id="" name="" type="primary" fullWidth=true class=[] extra...>
  <button class="sk-button sk-button--${type}<#if fullWidth> sk-button--block</#if>" type="submit"<#if id?has_content> id="${id}"</#if><#if name?has_content> name="${name}"</#if><#list extra as attrName, attrVal> ${attrName}="${attrVal}"</#list>>${msg(label)}</button>
</#macro>

<#macro buttonLink href label id="" class=[]>
  <a class="sk-button sk-button--secondary sk-button--block" href="${href}"<#if id?has_content> id="${id}"</#if>>${msg(label)}</a>
</#macro>

<#macro loginButton>
  <@actionGroup>
    <@button id="kc-login" name="login" label="doLogIn"/>
  </@actionGroup>
</#macro>
