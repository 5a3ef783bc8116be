package org.sekisho.benchmarks;

import org.sekisho.launcher.Http;

/** Reads the codes that the phone stand-in has received. */
record Phone(String url) {

  String newestCode(String number) {
    return Http.send("GET", url + "/messages?to=" + number.replace("+", "%2B"), null, null)
        .orFail("Reading the phone")
        .body()
        .path(0)
        .path("code")
        .asText();
  }
}
