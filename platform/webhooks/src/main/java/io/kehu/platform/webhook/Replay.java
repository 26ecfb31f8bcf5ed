package io.kehu.platform.webhook;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

/**
 * A request to send events again.
 *
 * @param from the time from which on
 */
record Replay(@NotNull Instant from) {
}
