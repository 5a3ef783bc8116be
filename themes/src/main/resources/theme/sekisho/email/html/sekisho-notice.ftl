<!DOCTYPE html>
<html lang="${locale.language}">
<body style="font-family: sans-serif; line-height: 1.7; color: #1b2333; max-width: 36em;">
<p>${msg(notice + "Intro", realmName)}</p>
<table style="border-collapse: collapse;">
<#list facts as fact>
<#if fact.value??>
<tr><th scope="row" style="text-align: left; font-weight: normal; color: #4a5570; padding: 0.25em 1.5em 0.25em 0; vertical-align: top; white-space: nowrap;">${msg(fact.label)}</th><td style="padding: 0.25em 0; vertical-align: top;"><#if (fact.words!"") != ""><#list fact.value?split(",") as word>${msg(fact.words + "." + word)}<#sep> + </#list><#else>${fact.value}</#if></td></tr>
<#else>
<tr><th colspan="2" scope="rowgroup" style="text-align: left; padding: 1em 0 0.25em;">${msg(fact.label)}</th></tr>
</#if>
</#list>
</table>
<p>${msg(notice + "Advice")}</p>
</body>
</html>
