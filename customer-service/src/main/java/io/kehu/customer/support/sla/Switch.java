package io.kehu.customer.support.sla;

import java.time.Instant;

/**
 * A moment at which a clock starts or stops.
 */
public record Switch(Instant at, boolean running) {
}
