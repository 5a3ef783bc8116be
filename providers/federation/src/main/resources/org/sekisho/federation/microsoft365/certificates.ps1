#Requires -Version 7.0
#Requires -Modules Microsoft.Graph.Authentication, Microsoft.Graph.Identity.DirectoryManagement
# Tells Microsoft which certificates of Sekisho it is to trust. It can be run again at any time.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$domain = {{domain}}
$issuer = {{issuer}}

Connect-MgGraph -Scopes 'Domain.ReadWrite.All' -NoWelcome

$federation = @(Get-MgDomainFederationConfiguration -DomainId $domain)
if ($federation.Count -ne 1 -or $federation[0].IssuerUri -cne $issuer) { throw "$domain is not federated with Sekisho." }

Update-MgDomainFederationConfiguration -DomainId $domain -InternalDomainFederationId $federation[0].Id -BodyParameter @{
  signingCertificate     = {{certificate}}
  nextSigningCertificate = {{nextCertificate}}
} | Out-Null
Write-Host 'Done. Confirm it at Sekisho.'
