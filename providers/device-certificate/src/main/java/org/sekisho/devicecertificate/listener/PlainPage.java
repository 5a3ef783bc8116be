package org.sekisho.devicecertificate.listener;

/** What the listener says itself: where nobody asks, it knows no tenant and no language. Pure. */
final class PlainPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
      <title>端末の確認</title>
      <style>body{font-family:sans-serif;line-height:1.7;max-width:34em;margin:3em auto;padding:0 1em}</style>
      </head><body><main><h1>端末の確認</h1><p>%s</p><p lang="en">%s</p></main></body></html>
      """;

  private PlainPage() {}

  static String of(int status) {
    return switch (status) {
      case 410 ->
          PAGE.formatted(
              "この画面の有効期限が切れました。サインインの画面に戻り、もう一度やり直してください。",
              "This page is no longer valid. Please go back to the sign-in and try again.");
      case 500 ->
          PAGE.formatted(
              "端末を確認できませんでした。しばらくしてから、もう一度サインインしてください。",
              "The device could not be checked. Please sign in again in a while.");
      default ->
          PAGE.formatted(
              "このアドレスは、サインインのときに端末を確認するためのものです。",
              "This address is for checking devices during a sign-in.");
    };
  }
}
