/**
 * Consumption of the events of other services: each version of an aggregate is handled
 * once, in order, in the transaction of its effect.
 */
@NullMarked
package io.kehu.platform.inbox;

import org.jspecify.annotations.NullMarked;
