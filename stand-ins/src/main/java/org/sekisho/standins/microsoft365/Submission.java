package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.util.Optional;

/** What a browser delivered to the assertion consumer service. */
record Submission(
    boolean byPost,
    Optional<String> samlResponse,
    Optional<String> relayState,
    String browser,
    Instant receivedAt) {}
