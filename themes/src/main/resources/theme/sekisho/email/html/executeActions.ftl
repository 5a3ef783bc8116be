<!DOCTYPE html>
<html lang="${locale.language}">
<body style="font-family: sans-serif; line-height: 1.7; color: #1b2333; max-width: 36em;">
<p>${msg("sekisho.invitation.greeting", realmName)}</p>
<p>${msg("sekisho.invitation.userId")} <strong>${user.username}</strong></p>
<p>${msg("sekisho.invitation.ask")}</p>
<p><a href="${link}" style="display: inline-block; padding: 0.7em 1.4em; background: #1f3f6e; color: #ffffff; text-decoration: none; border-radius: 6px;">${msg("sekisho.invitation.button")}</a></p>
<p>${msg("sekisho.invitation.validity", linkExpirationFormatter(linkExpiration))}</p>
<p>${msg("sekisho.invitation.unexpected")}</p>
</body>
</html>
