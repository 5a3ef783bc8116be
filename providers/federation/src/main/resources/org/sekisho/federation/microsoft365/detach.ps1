#Requires -Version 7.0
#Requires -Modules Microsoft.Graph.Authentication, Microsoft.Graph.Users, Microsoft.Graph.Identity.DirectoryManagement
# Leads a domain back to Microsoft's own sign-in and gives every user a temporary password.
# It holds those passwords: keep it as you keep passwords. It can be run again at any time.
param([switch]$OnlyPasswords)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$domain = {{domain}}
$issuer = {{issuer}}
$passwords = [ordered]@{
{{passwords}}
}

Connect-MgGraph -Scopes 'Domain.ReadWrite.All', 'User.ReadWrite.All', 'Directory.AccessAsUser.All' -NoWelcome

if (-not $OnlyPasswords) {
  foreach ($federation in @(Get-MgDomainFederationConfiguration -DomainId $domain -ErrorAction SilentlyContinue)) {
    if ($federation.IssuerUri -cne $issuer) { throw "$domain is federated with somebody else." }
    Remove-MgDomainFederationConfiguration -DomainId $domain -InternalDomainFederationId $federation.Id
  }
}
if ((Get-MgDomain -DomainId $domain).AuthenticationType -ne 'Managed') {
  throw "$domain is still federated. Wait and run the script again: passwords of federated users cannot be set."
}

$failed = @()
foreach ($name in $passwords.Keys) {
  try {
    Update-MgUser -UserId $name -PasswordProfile @{ ForceChangePasswordNextSignIn = $true; Password = $passwords[$name] }
  } catch {
    $failed += $name
    Write-Warning "${name}: $($_.Exception.Message)"
  }
}
if ($failed.Count -gt 0) { throw "$($failed.Count) users have no password yet. Run the script again with -OnlyPasswords." }
Write-Host "Done: $($passwords.Count) users have temporary passwords."
