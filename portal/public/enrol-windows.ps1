<#
UNTESTED ON REAL HARDWARE until somebody reports: see "What is untested" in docs/device-enrolment.md.
実機では未確認です。報告をいただくまで、試験的なものとしてお使いください。

Enrols this Windows PC with a key that is made in its TPM and cannot be taken out.
このパソコンのTPMに、取り出せない鍵を作って登録します。

  powershell -ExecutionPolicy Bypass -File .\enrol-windows.ps1 -Url "https://.../sekisho-enrolment#..."

What it does / すること
  1. exchanges the link for the right to one certificate       リンクを、証明書1枚の権利と引き換えます
  2. makes a key in the Microsoft Platform Crypto Provider      TPMに鍵を作ります
  3. has it certified; only the public key leaves the PC        証明書を受け取ります。送るのは公開鍵だけです
  4. installs the certificate for the current user              今のユーザーの証明書として入れます
It needs no administrator, and makes Windows trust no root.
管理者権限は不要です。ルート証明書は追加しません。
#>
[CmdletBinding()]
param(
    # The whole link, with what is behind the #. / リンクの全体（#より後ろも含む）
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^https?://[^#\s]+/sekisho-enrolment/?#[A-Za-z0-9_-]{43}$')]
    [string] $Url,

    # Six digits, where the screen that made the link shows them. / 確認番号（表示されている場合）
    [ValidatePattern('^\d{6}$')]
    [string] $PairingCode
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3

# Windows PowerShell 5.1 begins with older versions of TLS. / 古いTLSを使わないようにします
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$base, $token = $Url -split '#', 2
$base = $base.TrimEnd('/')

# Names of the Windows certificate enrolment API. / Windowsの証明書登録APIの定数
$ContextUser = 1
$AllowUntrustedCertificateAndRoot = 6
$Base64WithHeader = 0

function Send-Enrolment([string] $Path, [hashtable] $Body) {
    $json = [Text.Encoding]::UTF8.GetBytes(($Body | ConvertTo-Json -Compress))
    try {
        $answer = Invoke-WebRequest -UseBasicParsing -Method Post -Uri "$base/$Path" `
            -ContentType 'application/json; charset=utf-8' -Body $json
    } catch {
        throw (Get-Problem $_)
    }
    # 5.1 takes JSON without a charset for Latin-1. / 文字化けを避けるため、UTF-8として読みます
    [Text.Encoding]::UTF8.GetString($answer.RawContentStream.ToArray()) | ConvertFrom-Json
}

# The problem's type (RFC 9457), or whatever went wrong. / エラーの種類
function Get-Problem($Failure) {
    $text = if ($Failure.ErrorDetails) { $Failure.ErrorDetails.Message } else { '' }
    if ($text -match 'urn:sekisho:problem:([a-z-]+)') {
        return $Matches[1]
    }
    $Failure.Exception.Message
}

function Get-Claim {
    $body = @{ token = $token }
    if ($PairingCode) { $body.pairingCode = $PairingCode }
    try {
        Send-Enrolment 'claim' $body
    } catch {
        if ("$_" -notmatch 'pairing-code-(needed|wrong)') { throw }
        $body.pairingCode = Read-Host 'Pairing code (6 digits) / 確認番号（6けた）'
        Send-Enrolment 'claim' $body
    }
}

# A PKCS#10 request with a key in the TPM. The server takes the public key only. / TPMの鍵で証明書署名要求を作ります
function New-TpmRequest([string] $Folder) {
    $inf = Join-Path $Folder 'request.inf'
    $request = Join-Path $Folder 'request.csr'
    @(
        '[Version]'
        'Signature = "$Windows NT$"'
        '[NewRequest]'
        'Subject = "CN=Sekisho enrolment script"'
        'RequestType = PKCS10'
        'ProviderName = "Microsoft Platform Crypto Provider"'
        'KeyAlgorithm = ECDSA_P256'
        'KeyLength = 256'
        'HashAlgorithm = SHA256'
        'Exportable = FALSE'
        'MachineKeySet = FALSE'
        'KeyUsage = 0x80'
        'Silent = TRUE'
    ) | Set-Content -LiteralPath $inf -Encoding Ascii
    & certreq.exe -new -user -q -f $inf $request | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "certreq $LASTEXITCODE : no key in the TPM / TPMに鍵を作れませんでした"
    }
    [IO.File]::ReadAllText($request)
}

# certreq -accept would want a trusted root; this does not. / ルート証明書を信頼させずに取り込みます
function Install-Certificate([string] $Pem) {
    $enrollment = New-Object -ComObject X509Enrollment.CX509Enrollment
    $enrollment.Initialize($ContextUser)
    $enrollment.InstallResponse($AllowUntrustedCertificateAndRoot, $Pem, $Base64WithHeader, '')
}

function Get-Platform {
    $build = [Environment]::OSVersion.Version.Build
    if ($build -ge 22000) { 'Windows 11' } else { 'Windows 10' }
}

$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory -Path $folder | Out-Null
try {
    # The key first: without a TPM the link is not used up. / 先に鍵を作ります。失敗しても、リンクはまだ使えます
    $pem = (New-TpmRequest $folder) -replace 'NEW CERTIFICATE', 'CERTIFICATE'
    $claim = Get-Claim
    Write-Host ("{0} / {1} / {2}" -f $claim.tenant, $claim.user, $claim.deviceName)
    $issued = Send-Enrolment 'certificate' @{
        claim    = $claim.claim
        request  = $pem
        method   = 'SCRIPT'
        platform = Get-Platform
    }
    Install-Certificate $issued.certificate
    Write-Host "Installed / 取り込みました: $($issued.friendlyName)"
    Write-Host 'Check it now, within 24 hours at the latest. / 24時間以内に、ブラウザーで確かめてください。'
    if ($issued.checkUrl -match '^https://') { Start-Process $issued.checkUrl }
} finally {
    Remove-Item -LiteralPath $folder -Recurse -Force
}
