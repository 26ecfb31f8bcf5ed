/**
 * What can be learnt from the orders of customers: RFM segments, expected purchases and
 * value, and risks of churn, calculated at night and on demand.
 */
@NullMarked
package io.kehu.customer.insight;

import org.jspecify.annotations.NullMarked;
