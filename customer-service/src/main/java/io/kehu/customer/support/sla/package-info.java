/**
 * The arithmetic of service levels: business calendars and the clocks that count by them.
 */
@NullMarked
package io.kehu.customer.support.sla;

import org.jspecify.annotations.NullMarked;
