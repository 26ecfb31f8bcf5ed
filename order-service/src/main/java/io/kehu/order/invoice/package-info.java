/**
 * Invoices, credit notes and reminders.
 */
@NullMarked
package io.kehu.order.invoice;

import org.jspecify.annotations.NullMarked;
