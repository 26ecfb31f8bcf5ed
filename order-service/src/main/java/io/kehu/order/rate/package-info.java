/**
 * Dated exchange rates, and conversions that name the rates they use.
 */
@NullMarked
package io.kehu.order.rate;

import org.jspecify.annotations.NullMarked;
