/**
 * Publication of events: they are stored in the transaction of the change and relayed to
 * Kafka once per version and in order.
 */
@NullMarked
package io.kehu.platform.outbox;

import org.jspecify.annotations.NullMarked;
