<#ftl output_format="plainText">
${msg("sekisho.invitation.text", realmName, user.username, link, linkExpirationFormatter(linkExpiration))}
