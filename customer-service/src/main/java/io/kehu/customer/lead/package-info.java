/**
 * Leads: people and companies that may become customers, their scores and conversions.
 */
@NullMarked
package io.kehu.customer.lead;

import org.jspecify.annotations.NullMarked;
