/**
 * Carries the trace of a request across the outbox and Kafka, where no library does.
 */
@NullMarked
package io.kehu.platform.tracing;

import org.jspecify.annotations.NullMarked;
