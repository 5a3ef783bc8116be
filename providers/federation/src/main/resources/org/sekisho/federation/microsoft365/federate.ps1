#Requires -Version 7.0
#Requires -Modules Microsoft.Graph.Authentication, Microsoft.Graph.Users, Microsoft.Graph.Identity.DirectoryManagement
# Compares the users of a domain with Sekisho's, then lets them sign in at Sekisho.
{{force}}
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$domain = {{domain}}
$expected = @{
{{users}}
}

Connect-MgGraph -Scopes 'Domain.ReadWrite.All', 'User.Read.All', 'RoleManagement.Read.Directory' -NoWelcome

$entry = Get-MgDomain -DomainId $domain
if (-not $entry.IsVerified) { throw "$domain is not verified in this directory." }
if ($entry.AuthenticationType -ne 'Managed') { throw "$domain is federated already." }

$role = Get-MgDirectoryRole -Filter "roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'"
$emergency = @(Get-MgDirectoryRoleMemberAsUser -DirectoryRoleId $role.Id -All -Property userPrincipalName, accountEnabled |
  Where-Object { $_.AccountEnabled -and $_.UserPrincipalName -like '*.onmicrosoft.com' })
if ($emergency.Count -lt 2) {
  throw 'Two enabled global administrators in *.onmicrosoft.com are needed: nobody else can get in when Sekisho cannot be reached.'
}

$faults = @()
foreach ($user in Get-MgUser -All -Property userPrincipalName, accountEnabled, onPremisesImmutableId) {
  $name = $user.UserPrincipalName.ToLowerInvariant()
  if (-not $user.AccountEnabled -or -not $name.EndsWith('@' + $domain)) { continue }
  if (-not $expected.ContainsKey($name)) { $faults += "${name}: not in Sekisho" }
  elseif ($expected[$name] -cne $user.OnPremisesImmutableId) { $faults += "${name}: another immutable ID" }
}
$faults | ForEach-Object { Write-Warning $_ }
if ($faults.Count -gt 0 -and -not $Force) { throw "$($faults.Count) users would be locked out. Nothing was changed." }

New-MgDomainFederationConfiguration -DomainId $domain -BodyParameter @{
  '@odata.type'                   = '#microsoft.graph.internalDomainFederation'
  displayName                     = 'Sekisho'
  issuerUri                       = {{issuer}}
  passiveSignInUri                = {{signIn}}
  signOutUri                      = {{signOut}}
  preferredAuthenticationProtocol = 'saml'
  federatedIdpMfaBehavior         = {{mfa}}
  signingCertificate              = {{certificate}}{{nextCertificateLine}}
} | Out-Null

Get-MgDomainFederationConfiguration -DomainId $domain | Format-List DisplayName, IssuerUri, PassiveSignInUri, FederatedIdpMfaBehavior
Write-Host 'Done. Confirm it at Sekisho. It can take two hours until all users are sent there.'
