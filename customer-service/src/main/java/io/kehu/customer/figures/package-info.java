/**
 * Order figures of customers, kept up to date by the events of order-service.
 */
@NullMarked
package io.kehu.customer.figures;

import org.jspecify.annotations.NullMarked;
