package io.kehu.customer.support;

import java.time.Instant;

/**
 * The moment at which a case got a status.
 */
record StatusChange(Instant at, CaseStatus status) {
}
