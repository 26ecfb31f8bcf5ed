/**
 * Propagation of traces across the outbox and Kafka, which no library covers.
 */
@NullMarked
package io.kehu.platform.tracing;

import org.jspecify.annotations.NullMarked;
