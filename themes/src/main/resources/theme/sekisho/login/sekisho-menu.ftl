<#import "template.ftl" as layout>
<#assign known = ["mail", "microsoft-365", "application"]>
<@layout.registrationLayout wide=true showUser=false polling=false; section>
  <#if section = "header">
    ${msg("sekisho.menu.title")}
  <#elseif section = "form">
    <div class="sk-menu-user">
      <p class="sk-menu-name" id="sk-menu-user">
        <#if (displayName!'')?has_content><span class="sk-menu-display-name">${msg("sekisho.menu.greeting", displayName)}</span></#if>
        <span class="sk-menu-user-id">${userId!''}</span>
      </p>
      <#if (signOutUrl!'')?has_content><a class="sk-button sk-button--secondary" id="sk-sign-out" href="${signOutUrl}">${msg("sekisho.menu.signOut")}</a></#if>
    </div>
    <section aria-labelledby="sk-applications">
      <h2 class="sk-subtitle" id="sk-applications">${msg("sekisho.menu.applications")}</h2>
      <#if (applications![])?has_content>
        <ul class="sk-tiles">
          <#list applications as application>
            <li>
              <a class="sk-tile" href="${application.url}">
                <span class="sk-tile-icon"><img src="${url.resourcesPath}/img/app-${known?seq_contains(application.icon!'')?then(application.icon!'', 'application')}.svg" alt="" width="32" height="32"></span>
                <span class="sk-tile-text">
                  <span class="sk-tile-name">${application.name}</span>
                  <#if (application.description!'')?has_content><span class="sk-tile-description">${application.description}</span></#if>
                </span>
                <span class="sk-tile-arrow" aria-hidden="true"></span>
              </a>
            </li>
          </#list>
        </ul>
      <#else>
        <div class="sk-empty">
          <p class="sk-empty-title">${msg("sekisho.menu.emptyTitle")}</p>
          <p class="sk-text">${msg("sekisho.menu.emptyText")}</p>
        </div>
      </#if>
    </section>
  </#if>
</@layout.registrationLayout>
