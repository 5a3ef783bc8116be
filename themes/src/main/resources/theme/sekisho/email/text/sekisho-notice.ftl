<#ftl output_format="plainText">
${msg(notice + "Intro", realmName)}

<#list facts as fact>
<#if fact.value??>
${msg(fact.label)}: <#if (fact.words!"") != ""><#list fact.value?split(",") as word>${msg(fact.words + "." + word)}<#sep> + </#list><#else>${fact.value}</#if>
<#else>

[${msg(fact.label)}]
</#if>
</#list>

${msg(notice + "Advice")}
