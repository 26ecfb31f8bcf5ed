/**
 * Payments, their allocation to orders, and the notifications of payment providers.
 */
@NullMarked
package io.kehu.order.payment;

import org.jspecify.annotations.NullMarked;
