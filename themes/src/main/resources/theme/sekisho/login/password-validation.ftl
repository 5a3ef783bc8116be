<#-- Keycloak's version is an inline script. Own pages list the rules (login-update-password.ftl); elsewhere the server's answer is enough. -->
<#macro templates></#macro>
<#macro script field=""></#macro>
